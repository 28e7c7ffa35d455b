// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;

/** Brings layers of Keras 1 into the words of Keras 2. Source: the release notes of Keras 2.0. */
public final class KerasOne {
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("Convolution1D", "Conv1D"),
            Map.entry("Convolution2D", "Conv2D"), Map.entry("Convolution3D", "Conv3D"),
            Map.entry("AtrousConvolution1D", "Conv1D"), Map.entry("AtrousConvolution2D", "Conv2D"),
            Map.entry("Deconvolution2D", "Conv2DTranspose"), Map.entry("Deconvolution3D", "Conv3DTranspose"),
            Map.entry("SeparableConvolution2D", "SeparableConv2D"));
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("nb_filter", "filters"),
            Map.entry("filter_length", "kernel_size"), Map.entry("subsample", "strides"),
            Map.entry("subsample_length", "strides"), Map.entry("border_mode", "padding"),
            Map.entry("dim_ordering", "data_format"), Map.entry("bias", "use_bias"),
            Map.entry("init", "kernel_initializer"), Map.entry("inner_init", "recurrent_initializer"),
            Map.entry("inner_activation", "recurrent_activation"), Map.entry("W_regularizer", "kernel_regularizer"),
            Map.entry("U_regularizer", "recurrent_regularizer"), Map.entry("b_regularizer", "bias_regularizer"),
            Map.entry("W_constraint", "kernel_constraint"), Map.entry("b_constraint", "bias_constraint"),
            Map.entry("p", "rate"), Map.entry("sigma", "stddev"), Map.entry("pool_length", "pool_size"),
            Map.entry("stride", "strides"), Map.entry("length", "size"), Map.entry("atrous_rate", "dilation_rate"),
            Map.entry("dropout_W", "dropout"), Map.entry("dropout_U", "recurrent_dropout"),
            Map.entry("output_dim", "units"), Map.entry("nb_timesteps", "n"));
    private static final Map<String, Map<String, String>> KEYS_OF_TYPE = Map.of(
            "Embedding", Map.of("output_dim", "output_dim", "init", "embeddings_initializer", "W_regularizer",
                    "embeddings_regularizer", "W_constraint", "embeddings_constraint"),
            "SeparableConvolution2D", Map.of("init", "depthwise_initializer"),
            "RepeatVector", Map.of("n", "n"));
    private static final Map<String, String> MERGES = Map.of("concat", "Concatenate", "sum", "Add", "mul", "Multiply",
            "ave", "Average", "max", "Maximum", "dot", "Dot", "cos", "Dot");
    private static final Map<String, String> DATA_FORMATS = Map.of("th", "channels_first", "tf", "channels_last");
    /** What only says how Keras 1 computes or starts. */
    private static final Set<String> DROPPED = Set.of("forget_bias_init", "consume_less", "input_length", "mode_type",
            "output_shape_type", "output_mask_type", "beta_init", "gamma_init");
    private static final List<String> WORDS = List.of("nb_filter", "border_mode", "dim_ordering", "W_regularizer",
            "output_dim", "inner_init", "nb_row", "filter_length", "concat_axis");

    private KerasOne() {
    }

    /** Whether a model speaks the words of Keras 1: for files that do not name their version. */
    public static boolean speaks(JsonElement model) {
        String text = model.toString();
        return WORDS.stream().anyMatch(word -> !word.equals("output_dim") && text.contains("\"" + word + "\""));
    }

    static KerasLayer upgrade(KerasLayer layer) {
        JsonObject config = new JsonObject();
        Map<String, String> names = new HashMap<>(KEYS);
        names.putAll(KEYS_OF_TYPE.getOrDefault(layer.type(), Map.of()));
        for (Map.Entry<String, JsonElement> entry : layer.config().entrySet()) {
            if (!DROPPED.contains(entry.getKey())) {
                String key = names.getOrDefault(entry.getKey(), entry.getKey());
                config.add(key, value(key, entry.getValue()));
            }
        }
        kernelSize(config, "nb_row", "nb_col");
        kernelSize(config, "kernel_dim1", "kernel_dim2", "kernel_dim3");
        return typed(layer, config);
    }

    private static KerasLayer typed(KerasLayer layer, JsonObject config) {
        String type = TYPES.getOrDefault(layer.type(), layer.type());
        switch (type) {
            case "Merge" -> type = merge(config);
            case "TimeDistributedDense" -> {
                type = "TimeDistributed";
                config = wrapped(config);
            }
            case "TimeDistributed", "Bidirectional" -> JsonValues.member(config, "layer")
                    .ifPresent(inside(config));
            case "GRU" -> config.addProperty("reset_after", false);
            case "Conv2DTranspose", "Conv3DTranspose" -> config.remove("output_shape");
            default -> {
                // the words were all that differed
            }
        }
        return layer.reworded(type, config);
    }

    private static Consumer<JsonObject> inside(JsonObject config) {
        return json -> {
            JsonObject settings = JsonValues.member(json, "config").orElseGet(JsonObject::new);
            KerasLayer upgraded = upgrade(KerasLayer.of("", KerasObjects.className(json), settings));
            config.add("layer", KerasObjects.object(upgraded.type(), upgraded.config()));
        };
    }

    private static JsonElement value(String key, JsonElement value) {
        if (key.equals("data_format") && JsonValues.isText(value)) {
            return new JsonPrimitive(DATA_FORMATS.getOrDefault(value.getAsString(), value.getAsString()));
        }
        boolean rule = key.endsWith("_regularizer") || key.endsWith("_constraint");
        return rule && value.isJsonObject() && value.getAsJsonObject().has("name") ? rule(value.getAsJsonObject())
                : value;
    }

    /** {"name": "MaxNorm", "m": 2} becomes {"class_name": "MaxNorm", "config": {"max_value": 2}}. */
    private static JsonElement rule(JsonObject old) {
        JsonObject settings = new JsonObject();
        old.entrySet().stream().filter(entry -> !entry.getKey().equals("name"))
                .forEach(entry -> settings.add(entry.getKey().equals("m") ? "max_value" : entry.getKey(),
                        entry.getValue()));
        String name = JsonValues.memberText(old, "name").orElse("?");
        boolean l1OrL2 = name.equals("WeightRegularizer") || name.endsWith("L1L2Regularizer");
        return KerasObjects.object(l1OrL2 ? "L1L2" : name, settings);
    }

    private static void kernelSize(JsonObject config, String... keys) {
        if (!config.has(keys[0])) {
            return;
        }
        JsonArray size = new JsonArray();
        for (String key : keys) {
            JsonElement extent = config.remove(key);
            size.add(extent == null ? JsonNull.INSTANCE : extent);
        }
        config.add("kernel_size", size);
    }

    private static String merge(JsonObject config) {
        String mode = Optional.ofNullable(config.remove("mode")).filter(JsonValues::isText)
                .map(JsonElement::getAsString).orElse("?");
        JsonElement axis = config.remove("concat_axis");
        JsonElement dot = config.remove("dot_axes");
        if (config.has("arguments") && JsonValues.nothing(config.get("arguments"))) {
            config.remove("arguments");
        }
        if (mode.equals("concat")) {
            config.add("axis", axis);
        } else if (mode.equals("dot") || mode.equals("cos")) {
            config.add("axes", dot);
            config.addProperty("normalize", mode.equals("cos"));
        } else if (!MERGES.containsKey(mode)) {
            config.addProperty("mode", mode);
        }
        return MERGES.getOrDefault(mode, "Merge");
    }

    /** A Dense for every step of a sequence became a Dense inside a wrapper. */
    private static JsonObject wrapped(JsonObject dense) {
        JsonObject wrapper = new JsonObject();
        JsonElement name = dense.get("name");
        wrapper.add("name", name);
        wrapper.add("trainable", dense.get("trainable"));
        Optional.ofNullable(dense.remove("batch_input_shape"))
                .ifPresent(shape -> wrapper.add("batch_input_shape", shape));
        wrapper.add("layer", KerasObjects.object("Dense", dense));
        return wrapper;
    }
}
