// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.vesalius.worker.measure.Scores;
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
        truths.targets().forEach((layer, truth) -> answers.put(layer,
                means(truth, Objects.requireNonNull(truths.weights().get(layer)))));
        return scores.of(answers, truths).of(Metric.LOSS);
    }

    private static Tensor means(Tensor truth, Tensor weights) {
        int size = truth.sampleSize();
        double[] sums = new double[size];
        double[] totals = new double[size];
        for (int i = 0; i < truth.values().length; i++) {
            totals[i % size] += weights.values()[i];
            sums[i % size] += weights.values()[i] * truth.values()[i];
        }
        float[] values = new float[truth.values().length];
        for (int i = 0; i < values.length; i++) {
            int place = i % size;
            values[i] = totals[place] == 0 ? 0 : (float) (sums[place] / totals[place]);
        }
        return new Tensor(truth.shape(), values);
    }
}
