// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.Losses;
import org.vesalius.network.Loss;
import org.vesalius.worker.spi.Tensor;

/**
 * Scores what one output says, the same for every library.
 *
 * @param layer name of the Output layer
 * @param loss its loss
 * @param categorical whether it tells categories, so that it can be right or wrong
 */
public record OutputScore(String layer, Loss loss, boolean categorical) {
    /** No component may be null. */
    public OutputScore {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(loss, "loss");
    }

    /** Mean loss of a sample, without sample weights; squared errors and binary cross-entropies are means over units. */
    double meanLoss(Tensor predicted, Tensor truth) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> Losses.meanSquaredError(doubles(truth), doubles(predicted));
            case BINARY_CROSS_ENTROPY -> Losses.binaryCrossEntropy(doubles(truth), doubles(predicted));
            case CATEGORICAL_CROSS_ENTROPY -> Losses.categoricalCrossEntropy(highest(truth), rows(predicted));
            default -> throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The loss " + loss.getLiteral() + " of output '" + layer + "' can't be computed.",
                    "Choose another loss for this output.");
        };
    }

    /** Number of samples whose category is right: one unit by the threshold 0.5, several by the highest. */
    int correct(Tensor predicted, Tensor truth) {
        return predicted.sampleSize() == 1 ? correctByThreshold(predicted, truth) : correctByHighest(predicted, truth);
    }

    private static int correctByThreshold(Tensor predicted, Tensor truth) {
        int correct = 0;
        for (int i = 0; i < predicted.batch(); i++) {
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
        int size = tensor.sampleSize();
        int[] highest = new int[tensor.batch()];
        for (int i = 0; i < highest.length; i++) {
            for (int j = 1; j < size; j++) {
                boolean higher = tensor.values()[i * size + j] > tensor.values()[i * size + highest[i]];
                highest[i] = higher ? j : highest[i];
            }
        }
        return highest;
    }

    private static double[][] rows(Tensor tensor) {
        int size = tensor.sampleSize();
        double[][] rows = new double[tensor.batch()][size];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = tensor.values()[i * size + j];
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
