// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.network.exchange.onnx.graph.ArrayReader;
import org.vesalius.network.exchange.onnx.write.Placement;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/**
 * Weights that no operator uses, such as the number of values that a Normalization was computed from: they travel as
 * metadata. Key {@code vesalius.weight|layer|name}, value the sizes and the numbers, {@code 2 3|1.0 2.0 …}.
 *
 * @param placements where the weights that are used stand
 */
record UnusedWeights(List<Placement> placements) {
    private static final String PREFIX = "vesalius.weight|";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern BLANK = Pattern.compile(" ");

    /** Adds these weights to the metadata. */
    void write(NetworkWeights weights, ModelProto.Builder model) {
        for (String layer : weights.layerIds()) {
            weights.layer(layer).forEach((name, tensor) -> {
                if (!isPlaced(layer, name)) {
                    model.addMetadataProps(StringStringEntryProto.newBuilder()
                            .setKey(PREFIX + layer + "|" + name).setValue(text(tensor)));
                }
            });
        }
    }

    /**
     * Takes these weights out of the metadata.
     *
     * @throws IllegalArgumentException if an entry is not what {@link #write} wrote
     */
    static void read(ModelProto model, NetworkWeights.Builder weights) {
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            if (entry.getKey().startsWith(PREFIX)) {
                String[] key = BAR.split(entry.getKey(), 3);
                weights.put(key[1], key[2], tensor(entry.getValue()));
            }
        }
    }

    private boolean isPlaced(String layer, String name) {
        return placements.stream().anyMatch(placement -> placement.holds(layer, name));
    }

    private static String text(WeightTensor tensor) {
        StringJoiner sizes = new StringJoiner(" ");
        tensor.shape().forEach(size -> sizes.add(Integer.toString(size)));
        StringJoiner values = new StringJoiner(" ", sizes + "|", "");
        for (float value : tensor.values()) {
            values.add(Float.toString(value));
        }
        return values.toString();
    }

    private static WeightTensor tensor(String text) {
        String[] parts = BAR.split(text, 2);
        List<Integer> shape = words(parts[0]).map(Integer::valueOf).toList();
        List<Float> numbers = words(parts[1]).map(Float::valueOf).toList();
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return new WeightTensor(shape, values);
    }

    private static Stream<String> words(String text) {
        return BLANK.splitAsStream(text).filter(word -> !word.isEmpty());
    }

    /**
     * The weights in a model that Vesalius wrote.
     *
     * @param model the model
     * @param file where it comes from
     */
    record StoredWeights(ModelProto model, Path file) {
        /**
         * Takes them out.
         *
         * @throws IllegalArgumentException if one is missing or of another size
         */
        void collect(List<Placement> placements, NetworkWeights.Builder weights) {
            Map<String, TensorProto> tensors = new HashMap<>();
            model.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
            ArrayReader arrays = new ArrayReader(file);
            for (Placement placement : placements) {
                TensorProto tensor = tensors.get(placement.initializer());
                WeightTensor stored = tensor == null ? null : arrays.tensor(tensor);
                if (stored == null || !stored.shape().equals(placement.shape())) {
                    throw new IllegalArgumentException("the weights are not those of the network");
                }
                placement.scatter(stored.values(), weights);
            }
        }
    }
}
