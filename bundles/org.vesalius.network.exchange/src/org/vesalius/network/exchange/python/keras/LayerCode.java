// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Input;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.Placeholder;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.keras.write.LayerWriter;

/** The call that makes a layer: {@code layers.Dense(10, activation='softmax', name='fc')}. */
final class LayerCode {
    /** Settings that are told even where they are what Keras takes for granted, or where Vesalius' default differs. */
    private static final Set<String> ALWAYS = Set.of("units", "filters", "kernel_size", "pool_size", "rate", "stddev",
            "size", "n", "dims", "target_shape", "alpha", "num_heads", "key_dim", "input_dim", "output_dim",
            "axes", "shared_axes", "cropping", "max_value", "mean", "variance", "mask_value");
    private static final Set<String> NEVER = Set.of("data_format");

    private final LayerWriter writer = new LayerWriter();

    /**
     * A layer's code.
     *
     * @param expression the call
     * @param type the class in Keras
     * @param fidelity how well Keras has it
     * @param note what differs
     */
    record Call(String expression, String type, Fidelity fidelity, String note) {
    }

    /**
     * The call for a layer.
     *
     * @param name its name as Python, with quotes
     * @param inputRank axes of a sample of its first input
     * @param varied settings whose values are calculated, as Python by the key in Keras
     */
    Call call(Layer layer, String name, int inputRank, Map<String, String> varied) {
        LayerWriter.WrittenLayer written = writer.write(layer, inputRank);
        if (layer instanceof Input) {
            return new Call("keras.Input(shape=" + inputShape(written.config()) + ", name=" + name + ")", "Input",
                    Fidelity.EXACT, "");
        }
        if (layer instanceof Placeholder || written.fidelity() == Fidelity.UNKNOWN) {
            return replaced(layer, written, name);
        }
        List<String> arguments = arguments(layer, written, inputRank, varied);
        arguments.add("name=" + name);
        return new Call("layers." + written.type() + "(" + String.join(", ", arguments) + ")", written.type(),
                written.fidelity(), written.note());
    }

    /** What stands for a layer that Keras has not. */
    private static Call replaced(Layer layer, LayerWriter.WrittenLayer written, String name) {
        if (layer instanceof LastTimeStep) {
            return new Call("layers.Lambda(lambda sequence: sequence[:, -1], name=" + name + ")", "Lambda",
                    Fidelity.APPROXIMATED, "the last step, be it masked or not");
        }
        if (layer instanceof PositionalEncoding encoding) {
            return new Call("PositionalEncoding(" + PythonValues.text(encoding.getKind().getLiteral()) + ", "
                    + encoding.getMaxLength() + ", name=" + name + ")", "PositionalEncoding", Fidelity.APPROXIMATED,
                    "Keras has no such layer; the class above does it");
        }
        return new Call("unknown_layer(" + PythonValues.text(written.type()) + ", "
                + PythonValues.of("", written.config()) + ")", written.type(), Fidelity.UNKNOWN,
                "put your own layer in its place");
    }

    private List<String> arguments(Layer layer, LayerWriter.WrittenLayer written, int inputRank, Map<String, String> varied) {
        List<String> arguments = new ArrayList<>();
        Layer inside = inside(layer);
        if (inside != null) {
            int rank = layer instanceof TimeDistributed ? Math.max(0, inputRank - 1) : inputRank;
            LayerWriter.WrittenLayer inner = writer.write(inside, rank);
            arguments.add("layers." + inner.type() + "("
                    + String.join(", ", arguments(inside, inner, rank, Map.of())) + ")");
        }
        JsonObject usual = inside == null ? writer.write((Layer) EcoreUtil.create(layer.eClass()), inputRank).config()
                : new JsonObject();
        for (Map.Entry<String, JsonElement> entry : written.config().entrySet()) {
            String key = entry.getKey();
            boolean told = !key.equals("layer") && !NEVER.contains(key)
                    && (always(written.type(), key) || !entry.getValue().equals(usual.get(key)));
            if (varied.containsKey(key)) {
                arguments.add(key + "=" + varied.get(key));
            } else if (told) {
                arguments.add(key + "=" + PythonValues.of(key, entry.getValue()));
            }
        }
        return arguments;
    }

    private static boolean always(String type, String key) {
        return ALWAYS.contains(key) || type.equals("Rescaling") || type.equals("Activation")
                || type.contains("Transpose") && key.equals("strides")
                || type.startsWith("ZeroPadding");
    }

    private static Layer inside(Layer layer) {
        if (layer instanceof Bidirectional wrapper) {
            return wrapper.getLayer();
        }
        return layer instanceof TimeDistributed wrapper ? wrapper.getLayer() : null;
    }

    private static String inputShape(JsonObject config) {
        var sizes = config.getAsJsonArray("batch_input_shape").deepCopy();
        sizes.remove(0);
        return PythonValues.of("", sizes);
    }
}
