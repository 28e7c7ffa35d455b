// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the constructors of Keras take, and both Keras 2.13 and Keras 3 do: anything else in a description ends in
 * {@code Unrecognized keyword arguments}. Taken from their documentation at keras.io.
 */
final class KerasSettings {
    private static final List<String> ALL = List.of("name", "dtype", "trainable");
    private static final List<String> KERNEL = List.of("use_bias", "kernel_initializer", "bias_initializer",
            "kernel_regularizer", "bias_regularizer", "kernel_constraint", "bias_constraint", "activity_regularizer");
    private static final List<String> WINDOW = List.of("filters", "kernel_size", "strides", "padding", "data_format",
            "dilation_rate", "activation");
    private static final List<String> POOL = List.of("pool_size", "strides", "padding", "data_format");
    private static final List<String> CELL = List.of("units", "activation", "recurrent_activation",
            "recurrent_initializer", "recurrent_regularizer", "recurrent_constraint", "dropout", "recurrent_dropout",
            "return_sequences", "return_state", "go_backwards", "stateful", "unroll", "unit_forget_bias");
    private static final Map<String, Set<String>> KNOWN = new TreeMap<>();

    static {
        put("InputLayer", List.of(), List.of("batch_input_shape", "batch_shape", "sparse"));
        put("Dense", KERNEL, List.of("units", "activation"));
        for (int axes = 1; axes <= 3; axes++) {
            put("Conv" + axes + "D", KERNEL, WINDOW, List.of("groups"));
            put("Conv" + axes + "DTranspose", KERNEL, WINDOW, List.of("output_padding"));
            put("MaxPooling" + axes + "D", POOL);
            put("AveragePooling" + axes + "D", POOL);
            put("GlobalMaxPooling" + axes + "D", List.of("data_format", "keepdims"));
            put("GlobalAveragePooling" + axes + "D", List.of("data_format", "keepdims"));
            put("ZeroPadding" + axes + "D", axes == 1 ? List.of("padding") : List.of("padding", "data_format"));
            put("Cropping" + axes + "D", axes == 1 ? List.of("cropping") : List.of("cropping", "data_format"));
            // these take no trainable in Keras 3
            KNOWN.put("SpatialDropout" + axes + "D", axes == 1 ? Set.of("rate", "seed", "name", "dtype")
                    : Set.of("rate", "data_format", "seed", "name", "dtype"));
        }
        put("UpSampling1D", List.of("size"));
        put("UpSampling2D", List.of("size", "data_format", "interpolation"));
        put("UpSampling3D", List.of("size", "data_format"));
        List<String> depthwise = List.of("kernel_size", "strides", "padding", "depth_multiplier", "data_format",
                "dilation_rate", "activation", "use_bias", "depthwise_initializer", "bias_initializer",
                "depthwise_regularizer", "bias_regularizer", "depthwise_constraint", "bias_constraint");
        put("DepthwiseConv2D", depthwise);
        put("SeparableConv2D", depthwise, List.of("filters", "pointwise_initializer", "pointwise_regularizer",
                "pointwise_constraint"));
        put("Flatten", List.of("data_format"));
        put("Reshape", List.of("target_shape"));
        put("Permute", List.of("dims"));
        put("RepeatVector", List.of("n"));
        put("Activation", List.of("activation"));
        put("ReLU", List.of("max_value", "negative_slope", "threshold"));
        // Keras 3 still takes the older word
        put("LeakyReLU", List.of("alpha", "negative_slope"));
        put("ELU", List.of("alpha"));
        put("PReLU", List.of("alpha_initializer", "alpha_regularizer", "alpha_constraint", "shared_axes"));
        put("Dropout", List.of("rate", "noise_shape", "seed"));
        put("GaussianDropout", List.of("rate"));
        put("AlphaDropout", List.of("rate", "noise_shape", "seed"));
        put("GaussianNoise", List.of("stddev"));
        put("BatchNormalization", List.of("axis", "momentum", "epsilon", "center", "scale"));
        put("LayerNormalization", List.of("axis", "epsilon", "center", "scale"));
        put("GroupNormalization", List.of("groups", "axis", "epsilon", "center", "scale"));
        put("Normalization", List.of("axis", "mean", "variance", "invert"));
        put("Rescaling", List.of("scale", "offset"));
        put("Embedding", List.of("input_dim", "output_dim", "embeddings_initializer", "embeddings_regularizer",
                "embeddings_constraint", "mask_zero"));
        put("SimpleRNN", KERNEL, CELL);
        put("LSTM", KERNEL, CELL);
        put("GRU", KERNEL, CELL, List.of("reset_after"));
        put("Masking", List.of("mask_value"));
        put("Bidirectional", List.of("layer", "merge_mode", "backward_layer"));
        put("TimeDistributed", List.of("layer"));
        put("MultiHeadAttention", KERNEL, List.of("num_heads", "key_dim", "value_dim", "dropout", "output_shape",
                "attention_axes"));
        put("Concatenate", List.of("axis"));
        put("Dot", List.of("axes", "normalize"));
        for (String merge : List.of("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")) {
            put(merge);
        }
    }

    private KerasSettings() {
    }

    /** What a class takes; empty for one that isn't known. */
    static Optional<Set<String>> of(String type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    @SafeVarargs
    private static void put(String type, List<String>... parts) {
        Set<String> all = new HashSet<>(ALL);
        for (List<String> part : parts) {
            all.addAll(part);
        }
        if (type.equals("InputLayer")) {
            all.remove("trainable");
        }
        KNOWN.put(type, all);
    }
}
