// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;

/**
 * The loss of knowing nothing about a sample: each output says the mean of the truth for every sample, by the weights
 * of the samples. That is the least a constant can reach for cross-entropy, Kullback-Leibler, Poisson and squared
 * errors, and near it for the others.
 *
 * @param truths the truth and the weights of all training samples, without inputs
 * @param scores computes the loss
 */
record ConstantAnswer(Batch truths, Scores scores) {
    /** The mean loss of a sample. */
    double loss() {
        Map<String, Tensor> answers = new HashMap<>();
        truths.targets().forEach((layer, truth) -> answers.put(layer, means(truth)));
        return scores.of(answers, truths).of(Metric.LOSS);
    }

    private Tensor means(Tensor truth) {
        int size = truth.sampleSize();
        double[] sums = new double[size];
        double weights = 0;
        for (int i = 0; i < truth.batch(); i++) {
            weights += truths.weights()[i];
            for (int j = 0; j < size; j++) {
                sums[j] += truths.weights()[i] * truth.values()[i * size + j];
            }
        }
        double total = weights;
        float[] values = new float[truth.values().length];
        Arrays.setAll(sums, j -> total == 0 ? 0 : sums[j] / total);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) sums[i % size];
        }
        return new Tensor(truth.shape(), values);
    }
}
