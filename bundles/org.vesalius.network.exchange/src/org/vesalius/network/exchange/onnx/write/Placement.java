// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;

/**
 * Where weights stand in an ONNX file: one initialiser holds one weight, or several one behind the other along its first
 * axis.
 *
 * @param initializer name of the initialiser
 * @param parts the weights in it
 */
public record Placement(String initializer, List<StoredWeight> parts) {
    /** Copies the list. */
    public Placement {
        parts = List.copyOf(parts);
    }

    /** Whether a weight stands here. */
    public boolean holds(String layerId, String weight) {
        return parts.stream().anyMatch(part -> part.layerId().equals(layerId) && part.spec().name().equals(weight));
    }

    /** Shape of the initialiser. */
    public List<Integer> shape() {
        List<Integer> shape = new ArrayList<>(shapeOf(parts.get(0)));
        for (StoredWeight part : parts.subList(1, parts.size())) {
            shape.set(0, shape.get(0) + shapeOf(part).get(0));
        }
        return shape;
    }

    /** The initialiser's numbers, made from a network's weights, which hold all of them. */
    float[] gather(NetworkWeights weights) {
        if (parts.size() == 1) {
            return stored(parts.get(0), weights);
        }
        float[] all = new float[parts.stream().mapToInt(StoredWeight::length).sum()];
        int at = 0;
        for (StoredWeight part : parts) {
            float[] values = stored(part, weights);
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    /** Takes the weights out of the initialiser's numbers. */
    public void scatter(float[] values, NetworkWeights.Builder weights) {
        int at = 0;
        for (StoredWeight part : parts) {
            float[] mine = Arrays.copyOfRange(values, at, at + part.length());
            WeightTensor stored = new WeightTensor(shapeOf(part), mine);
            weights.put(part.layerId(), part.spec().name(), part.layout().back().apply(stored));
            at += mine.length;
        }
    }

    private static List<Integer> shapeOf(StoredWeight part) {
        return part.layout().shape().apply(part.spec().shape());
    }

    private static float[] stored(StoredWeight part, NetworkWeights weights) {
        WeightTensor tensor = weights.get(part.layerId(), part.spec().name()).orElseThrow();
        return part.layout().forth().apply(tensor).values();
    }

    /**
     * A weight of a layer, and how ONNX wants it.
     *
     * @param layerId id of the layer in the expanded network
     * @param spec name and shape in Vesalius
     * @param layout how it lies in ONNX
     */
    record StoredWeight(String layerId, WeightSpec spec, WeightLayout layout) {

        /** How many numbers it takes in the file. */
        int length() {
            return Math.toIntExact(WeightTensor.elements(layout.shape().apply(spec.shape())));
        }
    }
}
