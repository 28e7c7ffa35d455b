// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.vesalius.evaluation.Losses;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;

/**
 * The loss of what an output says about one sample.
 *
 * @param output the Output layer: its loss, with constants
 * @param columns numbers in a row: the size of the last axis
 * @param shares factor on the loss of each number, at most 1; 0 leaves a number out
 */
record SampleScore(Output output, int columns, double[] shares) {
    /** Losses that are sums over a row; the others are means. */
    private static final Set<Loss> SUMS =
            EnumSet.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.KULLBACK_LEIBLER, Loss.DISCRETE_HAZARDS);

    /** How many numbers are one term of the mean that a loss is, of a sample of so many in rows of so many. */
    static int term(Loss loss, int size, int columns) {
        return loss == Loss.DICE || loss == Loss.COX_EFRON || loss == Loss.COX_BRESLOW ? size : SUMS.contains(loss) ? columns : 1;
    }

    double loss(double[] predicted, double[] truth) {
        if (Arrays.stream(shares).allMatch(share -> share == 1)) {
            return loss(predicted, truth, columns);
        }
        return output.getLoss() == Loss.DICE ? loss(weighted(predicted), weighted(truth), columns)
                : sumOfNumbers(predicted, truth);
    }

    private double sumOfNumbers(double[] predicted, double[] truth) {
        boolean sums = SUMS.contains(output.getLoss());
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += shares[i] == 0 ? 0
                    : shares[i] * loss(new double[] {predicted[i]}, new double[] {truth[i]}, 1);
        }
        return sums ? sum * columns / truth.length : sum / truth.length;
    }

    private double loss(double[] predicted, double[] truth, int row) {
        return switch (output.getLoss()) {
            case MEAN_SQUARED_ERROR -> Losses.meanSquaredError(truth, predicted);
            case MEAN_ABSOLUTE_ERROR -> Losses.meanAbsoluteError(truth, predicted);
            case HUBER -> Losses.huber(truth, predicted, output.getHuberDelta());
            case BINARY_CROSS_ENTROPY -> Losses.binaryCrossEntropy(truth, predicted);
            case FOCAL -> Losses.focal(truth, predicted, output.getFocalGamma(), output.getFocalAlpha());
            case HINGE -> Losses.hinge(truth, predicted);
            case POISSON -> Losses.poisson(truth, predicted);
            case CATEGORICAL_CROSS_ENTROPY -> Losses.categoricalCrossEntropy(rows(truth, row), rows(predicted, row));
            case KULLBACK_LEIBLER -> Losses.kullbackLeibler(rows(truth, row), rows(predicted, row));
            case DICE -> Losses.dice(rows(truth, truth.length), rows(predicted, truth.length));
            case DISCRETE_HAZARDS -> Losses.binaryCrossEntropySum(truth, predicted);
            case COX_EFRON, COX_BRESLOW -> throw new IllegalArgumentException("not a loss of single samples");
        };
    }

    private double[] weighted(double[] values) {
        double[] weighted = values.clone();
        Arrays.setAll(weighted, i -> shares[i] * values[i]);
        return weighted;
    }

    private static double[][] rows(double[] sample, int columns) {
        double[][] rows = new double[sample.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(sample, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
