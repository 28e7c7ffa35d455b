// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.function.DoubleBinaryOperator;

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

    /** The mean of the absolute differences; NaN if there are no values. */
    public static double meanAbsoluteError(double[] truth, double[] predicted) {
        return mean(truth, predicted, (y, p) -> Math.abs(p - y));
    }

    /**
     * The mean of (p−y)²/2 where p and y are at most δ apart, and of δ·(|p−y| − δ/2) elsewhere; NaN if there are no
     * values. Source: Huber 1964.
     *
     * @param delta δ, in the unit of the values
     */
    public static double huber(double[] truth, double[] predicted, double delta) {
        return mean(truth, predicted, (y, p) -> {
            double distance = Math.abs(p - y);
            return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2);
        });
    }

    /**
     * The mean of −α·y·(1−p)^γ·ln p − (1−α)·(1−y)·p^γ·ln(1−p), in nats; NaN if there are no values. Source: Lin et al.,
     * arXiv:1708.02002.
     *
     * @param truth y: 1 for positive, 0 for negative
     * @param predicted p: the probability of positive, as many
     * @param gamma γ: how much less easy cases count
     * @param alpha α: the weight of the positive cases
     */
    public static double focal(double[] truth, double[] predicted, double gamma, double alpha) {
        return mean(truth, predicted, (y, p) -> -alpha * y * StrictMath.pow(1 - safe(p), gamma) * safeLog(p)
                - (1 - alpha) * (1 - y) * StrictMath.pow(safe(p), gamma) * safeLog(1 - p));
    }

    /** The mean of max(0, 1 − y·p), where a truth y of 0 counts as −1; NaN if there are no values. */
    public static double hinge(double[] truth, double[] predicted) {
        return mean(truth, predicted, (y, p) -> Math.max(0, 1 - (y == 0 ? -1 : y) * p));
    }

    /** The mean of p − y·ln(p + 10⁻⁷); NaN if there are no values or a prediction is negative. */
    public static double poisson(double[] truth, double[] predicted) {
        return mean(truth, predicted, (y, p) -> p - y * StrictMath.log(p + SMALLEST_PROBABILITY));
    }

    private static double mean(double[] truth, double[] predicted, DoubleBinaryOperator loss) {
        requireSameLength(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += loss.applyAsDouble(truth[i], predicted[i]);
        }
        return sum / truth.length;
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

    /**
     * The mean over the rows of −Σ y·ln p, in nats; NaN if there are no rows.
     *
     * @param truth for each row the shares of all categories, one-hot where one is true
     * @param predicted for each row the probabilities of all categories
     */
    public static double categoricalCrossEntropy(double[][] truth, double[][] predicted) {
        return meanOfRows(truth, predicted, (y, p) -> y == 0 ? 0 : -y * safeLog(p));
    }

    /**
     * The mean over the rows of Σ y·ln(y/p), in nats, where a share of 0 adds nothing; NaN if there are no rows.
     * Source: Kullback and Leibler 1951.
     *
     * @param truth for each row the shares of all categories
     * @param predicted for each row the probabilities of all categories
     */
    public static double kullbackLeibler(double[][] truth, double[][] predicted) {
        return meanOfRows(truth, predicted, (y, p) -> y == 0 ? 0 : y * (StrictMath.log(y) - safeLog(p)));
    }

    /**
     * The mean over structures of 1 − (2·Σ y·p + 1)/(Σ y + Σ p + 1); NaN if there are none. Source: Milletari et al.,
     * arXiv:1606.04797.
     *
     * @param truth for each structure of each sample all places: 1 where it is, 0 elsewhere
     * @param predicted for each the probabilities, as many
     */
    public static double dice(double[][] truth, double[][] predicted) {
        requireSameLength(truth.length, predicted.length);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += dice(truth[i], predicted[i]);
        }
        return sum / truth.length;
    }

    private static double dice(double[] truth, double[] predicted) {
        requireSameLength(truth, predicted);
        double both = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            both += truth[i] * predicted[i];
            all += truth[i] + predicted[i];
        }
        return 1 - (2 * both + 1) / (all + 1);
    }

    private static double meanOfRows(double[][] truth, double[][] predicted, DoubleBinaryOperator term) {
        requireSameLength(truth.length, predicted.length);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += mean(truth[i], predicted[i], term) * truth[i].length;
        }
        return sum / truth.length;
    }

    private static double safeLog(double probability) {
        return StrictMath.log(safe(probability));
    }

    private static double safe(double probability) {
        return Math.min(Math.max(probability, SMALLEST_PROBABILITY), 1 - SMALLEST_PROBABILITY);
    }

    private static void requireSameLength(double[] truth, double[] predicted) {
        requireSameLength(truth.length, predicted.length);
    }

    private static void requireSameLength(int truth, int predicted) {
        if (truth != predicted) {
            throw new IllegalArgumentException(truth + " true and " + predicted + " predicted values");
        }
    }
}
