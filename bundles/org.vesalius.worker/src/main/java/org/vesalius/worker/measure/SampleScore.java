// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
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
        if (output.getLoss() == Loss.DICE) {
            return dice(predicted, truth);
        }
        if (Arrays.stream(shares).allMatch(share -> share == 1)) {
            return loss(predicted, truth, columns);
        }
        return sumOfNumbers(predicted, truth);
    }

    private double dice(double[] predicted, double[] truth) {
        int[] known = IntStream.range(0, columns).filter(column -> known(column)).toArray();
        return known.length == 0 ? 0 : Losses.dice(structures(truth, known), structures(predicted, known));
    }

    private boolean known(int column) {
        return IntStream.iterate(column, i -> i < shares.length, i -> i + columns).anyMatch(i -> shares[i] != 0);
    }

    /** The numbers of each of some columns at all places, by their shares. */
    private double[][] structures(double[] values, int[] chosen) {
        return Arrays.stream(chosen)
                .mapToObj(column -> IntStream.iterate(column, i -> i < values.length, i -> i + columns)
                        .mapToDouble(i -> shares[i] * values[i]).toArray())
                .toArray(double[][]::new);
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
            case DISCRETE_HAZARDS -> Losses.binaryCrossEntropySum(truth, predicted);
            case DICE, COX_EFRON, COX_BRESLOW -> throw new IllegalArgumentException("not a loss of single samples");
        };
    }

    private static double[][] rows(double[] sample, int columns) {
        double[][] rows = new double[sample.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(sample, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
