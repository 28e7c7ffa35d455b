// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Map;

/**
 * Some samples, ready for the network.
 *
 * @param inputs one tensor for each Input layer, by the layer's name
 * @param targets one tensor for each Output layer, by the layer's name; empty when only predictions are wanted. One unit
 *        with binary cross-entropy: {@code [n, 1]} of 0 and 1; categorical cross-entropy: {@code [n, k]} one-hot
 * @param weights factor on the loss of each sample, {@code n} values; all 1 without class weights
 * @param size number of samples {@code n}; the last batch of an epoch may be smaller than the others
 */
public record Batch(Map<String, Tensor> inputs, Map<String, Tensor> targets, float[] weights, int size) {
    /**
     * Checks that all parts have the same number of samples.
     *
     * @throws IllegalArgumentException if they don't
     */
    public Batch {
        inputs = Map.copyOf(inputs);
        targets = Map.copyOf(targets);
        int n = size;
        if (weights.length != n || inputs.values().stream().anyMatch(tensor -> tensor.batch() != n)
                || targets.values().stream().anyMatch(tensor -> tensor.batch() != n)) {
            throw new IllegalArgumentException("not all parts of the batch have " + n + " samples");
        }
    }
}
