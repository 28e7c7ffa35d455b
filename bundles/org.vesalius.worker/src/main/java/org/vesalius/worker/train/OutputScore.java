// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

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
     * Mean loss of a sample, times the weight of the output, without sample weights. Cross-entropy over categories and
     * Kullback-Leibler are sums over a row, Dice looks at a whole sample, all others are means over all numbers.
     */
    double meanLoss(Tensor predicted, Tensor truth) {
        return output.getLossWeight() * switch (output.getLoss()) {
            case CATEGORICAL_CROSS_ENTROPY ->
                Losses.categoricalCrossEntropy(rows(truth, columns(truth)), rows(predicted, columns(truth)));
            case KULLBACK_LEIBLER -> Losses.kullbackLeibler(rows(truth, columns(truth)),
                    rows(predicted, columns(truth)));
            case DICE -> Losses.dice(rows(truth, truth.sampleSize()), rows(predicted, truth.sampleSize()));
            default -> meanOfNumbers(doubles(truth), doubles(predicted));
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

    private static double[][] rows(Tensor tensor, int columns) {
        double[][] rows = new double[tensor.values().length / columns][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                rows[i][j] = tensor.values()[i * columns + j];
            }
        }
        return rows;
    }

    private static double[] doubles(Tensor tensor) {
        double[] doubles = new double[tensor.values().length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = tensor.values()[i];
        }
        return doubles;
    }
}
