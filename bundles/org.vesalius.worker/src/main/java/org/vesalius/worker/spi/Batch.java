// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Some samples, ready for the network.
 *
 * @param inputs one tensor for each Input layer, by the layer's name
 * @param targets the truth of each Output layer, by the layer's name, in the shape of what the output says; empty when
 *        only predictions are wanted. One unit with binary cross-entropy: {@code [n, 1]} of 0 and 1; categorical
 *        cross-entropy: {@code [n, k]} one-hot. Where the truth isn't known it is 0
 * @param weights for each target a tensor of its shape: the factor on the loss of each value, in which the weights of
 *        classes and samples meet; 0 where the truth isn't known, so that nothing is learnt there. Means are taken over
 *        all values, those of weight 0 among them
 * @param size number of samples {@code n}; the last batch of an epoch may be smaller than the others
 */
public record Batch(Map<String, Tensor> inputs, Map<String, Tensor> targets, Map<String, Tensor> weights, int size) {
    /**
     * Checks that all parts have the same number of samples, and that each target has its weights.
     *
     * @throws IllegalArgumentException if they don't
     */
    public Batch {
        inputs = Map.copyOf(inputs);
        targets = Map.copyOf(targets);
        weights = Map.copyOf(weights);
        int n = size;
        if (inputs.values().stream().anyMatch(tensor -> tensor.batch() != n)
                || targets.values().stream().anyMatch(tensor -> tensor.batch() != n)) {
            throw new IllegalArgumentException("not all parts of the batch have " + n + " samples");
        }
        if (!shapes(weights).equals(shapes(targets))) {
            throw new IllegalArgumentException("a batch has a weight for each value of each target");
        }
    }

    private static Map<String, List<Integer>> shapes(Map<String, Tensor> tensors) {
        return tensors.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                tensor -> Arrays.stream(tensor.getValue().shape()).boxed().toList()));
    }

    /**
     * A batch to train on.
     *
     * @param sampleWeights factor on the loss of each sample, {@code n} values, for all values of all targets
     */
    public static Batch weighted(Map<String, Tensor> inputs, Map<String, Tensor> targets, float[] sampleWeights) {
        Map<String, Tensor> weights = new HashMap<>();
        targets.forEach((layer, target) -> weights.put(layer, spread(sampleWeights, target)));
        return new Batch(inputs, targets, weights, sampleWeights.length);
    }

    /** A batch to predict from: no targets. */
    public static Batch toPredict(Map<String, Tensor> inputs, int size) {
        return new Batch(inputs, Map.of(), Map.of(), size);
    }

    private static Tensor spread(float[] sampleWeights, Tensor target) {
        Tensor weights = Tensor.zeros(target.shape());
        int length = target.sampleSize();
        for (int i = 0; i < sampleWeights.length; i++) {
            Arrays.fill(weights.values(), i * length, (i + 1) * length, sampleWeights[i]);
        }
        return weights;
    }
}
