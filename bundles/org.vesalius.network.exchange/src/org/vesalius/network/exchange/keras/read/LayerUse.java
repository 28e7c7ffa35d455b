// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.vesalius.network.Layer;
import org.vesalius.network.exchange.keras.model.KerasLayer;
import org.vesalius.network.exchange.keras.model.LayerCall;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.KerasConfig;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.LayerConverter;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;

/**
 * One use of a layer while it is imported: what it says and is given, and the layers that are drawn for it. Weights are
 * taken at the end, so that a layer which turns out to be unknown leaves nothing behind.
 */
final class LayerUse {
    private final LayerImporter importer;
    private final KerasLayer layer;
    private final int number;
    private final LayerCall call;
    private final List<Value> inputs;
    private final List<WeightStore.Stored> weights;
    private final IntPredicate read;
    private final Set<String> differences = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<Runnable> pending = new ArrayList<>();

    /**
     * @param layer the layer, called as this use is
     * @param number which use of the layer it is, counted from 0
     * @param read whether somebody reads a result of this use, by its number
     */
    LayerUse(LayerImporter importer, KerasLayer layer, int number, LayerCall call, List<Value> inputs,
            List<WeightStore.Stored> weights, IntPredicate read) {
        this.importer = importer;
        this.layer = layer;
        this.number = number;
        this.call = call;
        this.inputs = inputs;
        this.weights = weights;
        this.read = read;
        if (number > 0) {
            differs(Shared.note(number));
        }
    }

    KerasLayer layer() {
        return layer;
    }

    LayerCall call() {
        return call;
    }

    List<Value> inputs() {
        return inputs;
    }

    /** Says that the layer is not known. */
    Value refuse(String reason) {
        throw new UnsupportedSetting(reason);
    }

    /** The only input. */
    Value input() {
        if (inputs.size() != 1) {
            throw new UnsupportedSetting("it is given " + inputs.size() + " inputs, not one");
        }
        return inputs.get(0);
    }

    /** The shape of the only input, axes in the order in which Keras has them. */
    Shape inputShape() {
        Value value = input();
        if (value.channelsFirst()) {
            throw new UnsupportedSetting("it is not known for channels that come first");
        }
        return value.shape().orElseThrow(() -> new UnsupportedSetting("the shape of its input is not known"));
    }

    List<WeightStore.Stored> weights() {
        return weights;
    }

    KerasVersion version() {
        return importer.context().version();
    }

    /** What the same inputs give in a layer of another type, in place of this one. */
    List<Value> as(String type, JsonObject config) {
        LayerUse other = new LayerUse(importer, layer.reworded(type, config), number, call, inputs, weights,
                read);
        List<Value> results = Compositions.place(other);
        differences.addAll(other.differences);
        remarks.addAll(other.remarks);
        pending.addAll(other.pending);
        return results;
    }

    /** Notes all settings but these, and those that any layer may have. */
    void knows(String... keys) {
        KerasConfig config = new KerasConfig(layer.config());
        config.passOver(Set.of(keys));
        LayerConverter.commonRemarks(config);
        config.differences().forEach(this::differs);
        config.remarks().forEach(this::remark);
    }

    /** A setting, empty if there is none or it is null. */
    Optional<JsonElement> setting(String key) {
        return Optional.ofNullable(layer.config().get(key)).filter(value -> !value.isJsonNull());
    }

    /** It computes something else than in Keras, or trains otherwise. */
    void differs(String note) {
        differences.add(note);
    }

    void remark(String note) {
        remarks.add(note);
    }

    /** Whether somebody reads this result. */
    boolean isRead(int result) {
        return read.test(result);
    }

    /** Adds a layer without weights. */
    Value add(Layer part, String suffix, Value... given) {
        return importer.add(part, layer.name() + suffix, List.of(given));
    }

    /** Adds the layer that the class and the settings of a layer of Keras stand for. */
    Value plain(String type, JsonObject config, List<Value> given, List<WeightStore.Stored> stored) {
        return importer.plain(this, layer.reworded(type, config), given, stored);
    }

    /** The same with the settings and weights that this layer has. */
    Value plain(List<Value> given) {
        return plain(layer.type(), layer.config(), given, weights);
    }

    /** What is still to be done when the layer turns out to be known. */
    void later(Runnable work) {
        pending.add(work);
    }

    void finish() {
        pending.forEach(Runnable::run);
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** A copy of its settings without some of them. */
    JsonObject settingsWithout(String... keys) {
        JsonObject config = layer.config().deepCopy();
        for (String key : keys) {
            config.remove(key);
        }
        return config;
    }

    /** A layer that Keras uses more than once, with one set of weights: each use becomes a layer of its own here. */
    static final class Shared {
        private Shared() {
        }

        static String name(String layer, int use) {
            return use == 0 ? layer : layer + "_use" + (use + 1);
        }

        static String note(int use) {
            return "use " + (use + 1) + " of a shared layer: drawn as a copy that starts with the same weights and is"
                    + " trained by itself";
        }
    }
}
