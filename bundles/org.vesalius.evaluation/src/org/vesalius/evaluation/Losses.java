// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

/**
 * The loss functions, computed in double precision from what was true and what was predicted. Engines compute their own
 * while they train; this is what they are compared with, and what evaluations report.
 *
 * <p>Probabilities are kept {@value #SMALLEST_PROBABILITY} away from 0 and 1, so a wrong certainty costs much but not
 * infinitely much.
 */
public final class Losses {
    /** How near to 0 and to 1 a probability is taken to be at most. */
    public static final double SMALLEST_PROBABILITY = 1e-7;

    private Losses() {
    }

    /**
     * Half the sum of the squared differences, the E of back-propagation (Rumelhart, Hinton and Williams 1986).
     *
     * @param truth what was true
     * @param predicted what was predicted, as many
     */
    public static double halfSumOfSquares(double[] truth, double[] predicted) {
        return sumOfSquares(truth, predicted) / 2;
    }

    /** The mean of the squared differences; NaN if there are no values. */
    public static double meanSquaredError(double[] truth, double[] predicted) {
        return sumOfSquares(truth, predicted) / truth.length;
    }

    private static double sumOfSquares(double[] truth, double[] predicted) {
        requireSameLength(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double difference = truth[i] - predicted[i];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * The sum of −(y ln p + (1−y) ln(1−p)), in nats.
     *
     * @param truth y: 1 for positive, 0 for negative
     * @param predicted p: the probability of positive, as many
     */
    public static double binaryCrossEntropySum(double[] truth, double[] predicted) {
        requireSameLength(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum -= truth[i] * safeLog(predicted[i]) + (1 - truth[i]) * safeLog(1 - predicted[i]);
        }
        return sum;
    }

    /** {@link #binaryCrossEntropySum} divided by the number of values; NaN if there are none. */
    public static double binaryCrossEntropy(double[] truth, double[] predicted) {
        return binaryCrossEntropySum(truth, predicted) / truth.length;
    }

    /**
     * The mean of −ln of the probability that was given to the true category, in nats; NaN if there are no samples.
     *
     * @param truth the number of the true category of each sample
     * @param predicted for each sample the probabilities of all categories
     */
    public static double categoricalCrossEntropy(int[] truth, double[][] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " true and " + predicted.length + " predicted samples");
        }
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum -= safeLog(predicted[i][truth[i]]);
        }
        return sum / truth.length;
    }

    private static double safeLog(double probability) {
        double safe = Math.min(Math.max(probability, SMALLEST_PROBABILITY), 1 - SMALLEST_PROBABILITY);
        return StrictMath.log(safe);
    }

    private static void requireSameLength(double[] truth, double[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " true and " + predicted.length + " predicted values");
        }
    }
}
