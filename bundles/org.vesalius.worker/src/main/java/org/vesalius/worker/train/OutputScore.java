// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Arrays;
import java.util.Objects;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.Losses;
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
     * Mean loss of a sample, each by its weight, times the weight of the output. Cross-entropy over categories and
     * Kullback-Leibler are sums over a row, Dice looks at a whole sample, all others are means over all numbers.
     */
    double meanLoss(Tensor predicted, Tensor truth, float[] weights) {
        double sum = 0;
        for (int i = 0; i < truth.batch(); i++) {
            sum += weights[i] * loss(sample(predicted, i), sample(truth, i), columns(truth));
        }
        return output.getLossWeight() * sum / truth.batch();
    }

    /** Loss of one sample. */
    private double loss(double[] predicted, double[] truth, int columns) {
        return switch (output.getLoss()) {
            case CATEGORICAL_CROSS_ENTROPY ->
                    Losses.categoricalCrossEntropy(rows(truth, columns), rows(predicted, columns));
            case KULLBACK_LEIBLER -> Losses.kullbackLeibler(rows(truth, columns), rows(predicted, columns));
            case DICE -> Losses.dice(rows(truth, truth.length), rows(predicted, truth.length));
            default -> meanOfNumbers(truth, predicted);
        };
    }

    /**
     * Number of samples whose category is right: one unit by the threshold 0.5, several by the highest. A sample of many
     * rows counts by the share of them that are right.
     */
    double correct(Tensor predicted, Tensor truth) {
        int columns = columns(truth);
        int rows = truth.sampleSize() / columns;
        int correct = columns == 1 ? correctByThreshold(predicted, truth) : correctByHighest(predicted, truth);
        return correct / (double) rows;
    }

    private double meanOfNumbers(double[] truth, double[] predicted) {
        return switch (output.getLoss()) {
            case MEAN_SQUARED_ERROR -> Losses.meanSquaredError(truth, predicted);
            case MEAN_ABSOLUTE_ERROR -> Losses.meanAbsoluteError(truth, predicted);
            case HUBER -> Losses.huber(truth, predicted, output.getHuberDelta());
            case BINARY_CROSS_ENTROPY -> Losses.binaryCrossEntropy(truth, predicted);
            case FOCAL -> Losses.focal(truth, predicted, output.getFocalGamma(), output.getFocalAlpha());
            case HINGE -> Losses.hinge(truth, predicted);
            case POISSON -> Losses.poisson(truth, predicted);
            case CATEGORICAL_CROSS_ENTROPY, KULLBACK_LEIBLER, DICE ->
                    throw new IllegalArgumentException("not a mean of numbers: " + output.getLoss());
        };
    }

    private static int correctByThreshold(Tensor predicted, Tensor truth) {
        int correct = 0;
        for (int i = 0; i < predicted.values().length; i++) {
            boolean positive = predicted.values()[i] >= Evaluation.THRESHOLD;
            correct += positive == (truth.values()[i] >= Evaluation.THRESHOLD) ? 1 : 0;
        }
        return correct;
    }

    private static int correctByHighest(Tensor predicted, Tensor truth) {
        int[] said = highest(predicted);
        int[] right = highest(truth);
        int correct = 0;
        for (int i = 0; i < said.length; i++) {
            correct += said[i] == right[i] ? 1 : 0;
        }
        return correct;
    }

    private static int[] highest(Tensor tensor) {
        int columns = columns(tensor);
        int[] highest = new int[tensor.values().length / columns];
        for (int i = 0; i < highest.length; i++) {
            for (int j = 1; j < columns; j++) {
                boolean higher = tensor.values()[i * columns + j] > tensor.values()[i * columns + highest[i]];
                highest[i] = higher ? j : highest[i];
            }
        }
        return highest;
    }

    /** Size of the last axis. */
    private static int columns(Tensor tensor) {
        return tensor.shape()[tensor.shape().length - 1];
    }

    private static double[][] rows(double[] sample, int columns) {
        double[][] rows = new double[sample.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(sample, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    private static double[] sample(Tensor tensor, int number) {
        double[] sample = new double[tensor.sampleSize()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = tensor.values()[number * sample.length + i];
        }
        return sample;
    }
}
