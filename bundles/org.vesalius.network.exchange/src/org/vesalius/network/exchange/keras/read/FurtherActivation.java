// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.KerasThree;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.KerasWords;

/**
 * The activation of a layer, where it is more than a word that layers of Vesalius know: it is drawn as a layer behind.
 *
 * @param main the layer without it
 * @param behind the activation as a layer
 */
record FurtherActivation(KerasLayer main, KerasLayer behind) {
    private static final String KEY = "activation";
    private static final Set<String> TYPES = Set.of("Dense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose",
            "Conv2DTranspose", "Conv3DTranspose", "DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D",
            "SeparableConv2D");
    private static final Set<String> LAYERS = Set.of("Activation", "ELU", "LeakyReLU", "PReLU", "ReLU", "Softmax",
            "ThresholdedReLU");

    /** The two parts of a layer, empty if it needs no layer behind it. */
    static Optional<FurtherActivation> of(KerasLayer layer, KerasVersion version) {
        if (layer.type().equals("TimeDistributed")) {
            return ofWrapped(layer, version);
        }
        return TYPES.contains(layer.type()) ? split(layer, layer.name(), version) : Optional.empty();
    }

    private static Optional<FurtherActivation> ofWrapped(KerasLayer layer, KerasVersion version) {
        JsonElement inside = layer.config().get("layer");
        if (inside == null || !inside.isJsonObject() || !TYPES.contains(KerasObjects.className(inside))) {
            return Optional.empty();
        }
        KerasLayer inner = KerasLayer.of("", KerasObjects.className(inside), KerasObjects.config(inside));
        return split(inner, layer.name(), version).map(found -> {
            JsonObject config = layer.config().deepCopy();
            config.add("layer", KerasObjects.object(found.main().type(), found.main().config()));
            return new FurtherActivation(layer.reworded(layer.type(), config), found.behind());
        });
    }

    private static Optional<FurtherActivation> split(KerasLayer layer, String name, KerasVersion version) {
        JsonElement activation = layer.config().get(KEY);
        if (activation == null || activation.isJsonNull()) {
            return Optional.empty();
        }
        boolean isLayer = activation.isJsonObject() && LAYERS.contains(KerasObjects.className(activation));
        if (!isLayer && FunctionCompositions.isSimple(KerasWords.word(activation), version)) {
            return Optional.empty();
        }
        JsonObject plain = layer.config().deepCopy();
        plain.addProperty(KEY, "linear");
        return Optional.of(new FurtherActivation(layer.reworded(layer.type(), plain),
                behind(name + "_" + KEY, activation, isLayer, version)));
    }

    private static KerasLayer behind(String name, JsonElement activation, boolean isLayer, KerasVersion version) {
        if (isLayer) {
            KerasLayer layer = KerasLayer.of(name, KerasObjects.className(activation),
                    KerasObjects.config(activation));
            return version.major() == 3 ? KerasThree.downgrade(layer) : layer;
        }
        JsonObject config = new JsonObject();
        config.add(KEY, activation);
        return KerasLayer.of(name, "Activation", config);
    }
}
