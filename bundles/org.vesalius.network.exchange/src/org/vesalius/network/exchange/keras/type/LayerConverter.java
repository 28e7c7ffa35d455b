// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.GRU;
import org.vesalius.network.Layer;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.MergeMode;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.Recurrent;
import org.vesalius.network.TimeDistributed;

/** Makes a layer of the settings of one of Keras, without connecting it. */
public final class LayerConverter {
    private static final Set<String> ACTIVATIONS = Set.of("ReLU", "Softmax", "ThresholdedReLU");
    /** Classes of optional parts of Keras that are named otherwise. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("Convolution1D", "Conv1D"),
            Map.entry("Convolution2D", "Conv2D"), Map.entry("Convolution3D", "Conv3D"),
            Map.entry("Convolution2DTranspose", "Conv2DTranspose"),
            Map.entry("BatchNormalizationV1", "BatchNormalization"),
            Map.entry("SyncBatchNormalization", "BatchNormalization"),
            Map.entry("DepthwiseConvolution2D", "DepthwiseConv2D"),
            Map.entry("SeparableConvolution2D", "SeparableConv2D"), Map.entry("CuDNNLSTM", "LSTM"),
            Map.entry("CuDNNGRU", "GRU"));

    /** What a Bidirectional sets in the layer inside it, and what is always so here. */
    private static final String SET_BY_BIDIRECTIONAL = "zero_output_for_mask";
    /** Settings in which both directions of a Bidirectional have to agree. */
    private static final List<String> DIRECTED = List.of("units", "activation", "recurrent_activation", "use_bias",
            "return_sequences", "reset_after", "return_state");

    private final LayerTable table = LayerTable.ofKeras();
    private final OwnTypes own;
    private final KerasVersion version;

    /**
     * A converter for files of one version.
     *
     * @param own types that Keras does not have
     */
    public LayerConverter(OwnTypes own, KerasVersion version) {
        this.own = own;
        this.version = version;
    }

    /**
     * The layer of Vesalius.
     *
     * @throws UnsupportedSetting if there is none that computes this
     */
    public Layer convert(String type, KerasConfig config) {
        config.take("data_format");
        config.take("axis");
        commonRemarks(config);
        String known = SYNONYMS.getOrDefault(type, type);
        if (own.has(known)) {
            return own.create(known, config);
        }
        if (ACTIVATIONS.contains(known)) {
            return activation(known, config);
        }
        return switch (known) {
            case "Bidirectional" -> bidirectional(config);
            case "TimeDistributed" -> timeDistributed(config);
            case "Lambda", "TFOpLambda", "SlicingOpLambda", "TensorFlowOpLayer" -> throw new UnsupportedSetting(
                    "it holds code of its own, which is never run");
            default -> type.startsWith("CuDNN") ? ofCudnn(known, config) : fromTable(known, config, false);
        };
    }

    private Layer ofCudnn(String type, KerasConfig config) {
        config.differs("its weights lie as cuDNN wants them and are turned as Keras does for a layer without cuDNN;"
                + " compare a prediction");
        return fromTable(type, config, true);
    }

    private Layer fromTable(String type, KerasConfig config, boolean cudnn) {
        KerasType found = table.named(type)
                .orElseThrow(() -> new UnsupportedSetting("Vesalius has no layer of this kind"));
        Layer layer = found.create(config);
        if (layer instanceof GRU gru && version.major() < 3 && !config.has("reset_after") && !cudnn) {
            gru.setResetAfter(false); // the setting came with Keras 2.2, which always writes it
        }
        if (version.major() == 3 && usesHardSigmoid(layer)) {
            config.differs("hard_sigmoid is steeper at 0 here (0.2) than in Keras 3 (1/6)");
        }
        return layer;
    }

    private static boolean usesHardSigmoid(Layer layer) {
        return layer.eClass().getEAllAttributes().stream()
                .anyMatch(attribute -> layer.eGet(attribute) == ActivationFunction.HARD_SIGMOID);
    }

    public static void commonRemarks(KerasConfig config) {
        config.take("dtype").map(LayerConverter::precision).filter(name -> name.contains("float") && !name.equals(
                "float32")).ifPresent(name -> config.differs("it computes in " + name + " in Keras, in float32 here"));
        if (!config.flag("trainable", true)) {
            config.remark("it was frozen; Vesalius trains it");
        }
        config.take("bias_regularizer").filter(value -> !JsonValues.nothing(value))
                .ifPresent(value -> config.differs("the regularizer of its bias is left out"));
        config.take("bias_constraint").filter(value -> !JsonValues.nothing(value))
                .ifPresent(value -> config.differs("the constraint of its bias is left out"));
        config.take("activity_regularizer").filter(value -> !JsonValues.nothing(value))
                .ifPresent(value -> config.differs("the regularizer of its results is left out"));
    }

    /** The type of numbers, which a policy may name. */
    private static String precision(JsonElement dtype) {
        return dtype.isJsonObject() ? JsonValues.memberText(KerasObjects.config(dtype), "name").orElse("float32")
                : JsonValues.isText(dtype) ? dtype.getAsString() : "";
    }

    private static Layer activation(String type, KerasConfig config) {
        if (type.equals("Softmax")) {
            return function(ActivationFunction.SOFTMAX);
        }
        if (type.equals("ThresholdedReLU")) {
            throw new UnsupportedSetting("Vesalius has no layer of this kind");
        }
        Optional<Double> max = config.take("max_value").map(JsonValues::number);
        double slope = config.take("negative_slope").map(JsonValues::number).orElse(0.0);
        double threshold = config.take("threshold").map(JsonValues::number).orElse(0.0);
        if (threshold != 0 || max.isPresent() && (max.get() != 6 || slope != 0)) {
            throw new UnsupportedSetting("a relu with such a threshold or maximum is not known");
        }
        if (slope != 0) {
            LeakyReLU leaky = NetworkFactory.eINSTANCE.createLeakyReLU();
            leaky.setSlope(slope);
            return leaky;
        }
        return function(max.isPresent() ? ActivationFunction.RELU6 : ActivationFunction.RELU);
    }

    private static Layer function(ActivationFunction function) {
        Activation activation = NetworkFactory.eINSTANCE.createActivation();
        activation.setFunction(function);
        return activation;
    }

    private Layer bidirectional(KerasConfig config) {
        Layer inside = inside(config);
        if (!(inside instanceof Recurrent)) {
            throw new UnsupportedSetting("it wraps no recurrent layer");
        }
        if (!config.has("merge_mode") || config.take("merge_mode").isPresent()) {
            Bidirectional wrapper = NetworkFactory.eINSTANCE.createBidirectional();
            wrapper.setLayer(inside);
            config.take("merge_mode").ifPresent(
                    mode -> wrapper.setMerge((MergeMode) KerasWords.read(Literals.MERGE_MODE, mode)));
            config.take("backward_layer").ifPresent(backward -> checkAlike(config.json().get("layer"), backward));
            return wrapper;
        }
        throw new UnsupportedSetting("it gives both directions as two results");
    }

    /** Both directions are one layer here. */
    private static void checkAlike(JsonElement forward, JsonElement backward) {
        JsonObject one = KerasObjects.config(forward);
        JsonObject other = KerasObjects.config(backward);
        boolean alike = KerasObjects.className(forward).equals(KerasObjects.className(backward)) && DIRECTED.stream()
                .allMatch(key -> Objects.equals(one.get(key), other.get(key)));
        if (!alike) {
            throw new UnsupportedSetting("its two directions are different layers");
        }
    }

    private Layer timeDistributed(KerasConfig config) {
        TimeDistributed wrapper = NetworkFactory.eINSTANCE.createTimeDistributed();
        wrapper.setLayer(inside(config));
        return wrapper;
    }

    private Layer inside(KerasConfig config) {
        JsonElement json = config.take("layer").orElseThrow(() -> new UnsupportedSetting("it wraps nothing"));
        JsonObject settings = KerasObjects.config(json).deepCopy();
        settings.remove(SET_BY_BIDIRECTIONAL);
        KerasConfig inner = new KerasConfig(settings);
        Layer layer = convert(KerasObjects.className(json), inner);
        layer.setName(JsonValues.memberText(settings, "name").orElse(""));
        inner.differences().forEach(config::differs);
        inner.remarks().forEach(config::remark);
        return layer;
    }
}
