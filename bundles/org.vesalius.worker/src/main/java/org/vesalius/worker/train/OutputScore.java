// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.network.Output;
import org.vesalius.worker.spi.Tensor;

/**
 * Scores what one output says, the same for every library. An output may have any number of axes: each place of an image
 * or step of a sequence, a row of its last axis, is then right or wrong on its own.
 *
 * @param output the Output layer: its loss, with constants and weight
 * @param categorical whether it tells categories, so that it can be right or wrong
 */
public record OutputScore(Output output, boolean categorical) {
    /** Needs an output. */
    public OutputScore {
        Objects.requireNonNull(output, "output");
    }

    /** Name of the Output layer. */
    public String layer() {
        return output.getName();
    }

    /**
     * Mean loss of a sample, each value by its weight, times the weight of the output. Cross-entropy over categories and
     * Kullback-Leibler are sums over a row, Dice looks at a whole sample, all others are means over all numbers.
     */
    double meanLoss(Tensor predicted, Tensor truth, Tensor weights) {
        double sum = 0;
        for (int i = 0; i < truth.batch(); i++) {
            double[] factors = sample(weights, i);
            double largest = Arrays.stream(factors).max().orElse(0);
            if (largest > 0) {
                double[] shares = Arrays.stream(factors).map(factor -> factor / largest).toArray();
                sum += largest * new SampleScore(output, columns(truth), shares).loss(sample(predicted, i),
                        sample(truth, i));
            }
        }
        return output.getLossWeight() * sum / truth.batch();
    }

    /**
     * The share of the rows whose category is right, of those whose truth is known: one unit by the threshold 0.5, several
     * by the highest. A row is one sample, or a place of an image or a step of a sequence.
     *
     * @return nothing if no truth is known
     */
    OptionalDouble accuracy(Tensor predicted, Tensor truth, Tensor weights) {
        int columns = columns(truth);
        int correct = 0;
        int known = 0;
        for (int start = 0; start < truth.values().length; start += columns) {
            if (weights.values()[start] > 0) {
                known++;
                correct += decision(predicted, start, columns) == decision(truth, start, columns) ? 1 : 0;
            }
        }
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(correct / (double) known);
    }

    /** The number of the category that a row tells. */
    private static int decision(Tensor tensor, int start, int columns) {
        if (columns == 1) {
            return tensor.values()[start] >= Evaluation.THRESHOLD ? 1 : 0;
        }
        int highest = 0;
        for (int i = 1; i < columns; i++) {
            highest = tensor.values()[start + i] > tensor.values()[start + highest] ? i : highest;
        }
        return highest;
    }

    /** Size of the last axis. */
    private static int columns(Tensor tensor) {
        return tensor.shape()[tensor.shape().length - 1];
    }

    private static double[] sample(Tensor tensor, int number) {
        double[] sample = new double[tensor.sampleSize()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = tensor.values()[number * sample.length + i];
        }
        return sample;
    }
}
