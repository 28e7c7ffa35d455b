// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The area under the receiver operating characteristic curve of samples of which several may be of one patient, with its
 * standard error by patients (Obuchowski, Biometrics 53, 1997, 567–578).
 *
 * @param value between 0 and 1; NaN if there are no positive or no negative samples
 * @param standardError NaN likewise, and where only one patient has a positive or a negative sample
 * @param positivePatients how many patients have a positive sample
 * @param negativePatients how many have a negative one
 */
public record ClusteredAuc(double value, double standardError, int positivePatients, int negativePatients) {
    private static final double Z95 = 1.959963984540054;

    /**
     * Computes it in O(n log n).
     *
     * @param positive which samples are positive
     * @param scores their scores, as many; higher means more likely positive
     * @param patients whom they are of, as many
     */
    public static ClusteredAuc of(boolean[] positive, double[] scores, Object[] patients) {
        if (patients.length != scores.length) {
            throw new IllegalArgumentException(patients.length + " patients and " + scores.length + " scores");
        }
        double area = RocAuc.of(positive, scores);
        double[] positives = of(positive, scores, true);
        double[] negatives = of(positive, scores, false);
        Map<Object, double[]> sums = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            double[] sum = sums.computeIfAbsent(patients[i], none -> new double[4]);
            int own = positive[i] ? 0 : 2;
            double placement = positive[i] ? share(negatives, scores[i]) : 1 - share(positives, scores[i]);
            sum[own] += placement - area;
            sum[own + 1]++;
        }
        return new ClusteredAuc(area, Math.sqrt(variance(sums, positives.length, negatives.length)),
                (int) sums.values().stream().filter(sum -> sum[1] > 0).count(),
                (int) sums.values().stream().filter(sum -> sum[3] > 0).count());
    }

    /** The scores of one kind of samples, sorted. */
    private static double[] of(boolean[] positive, double[] scores, boolean kind) {
        double[] found = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i] == kind) {
                // adding 0.0 makes -0.0 and 0.0 the tie that they are
                found[count++] = scores[i] + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The share of the sorted scores that lie below one, ties counting one half. */
    private static double share(double[] sorted, double score) {
        int below = bound(sorted, score + 0.0, false);
        int notAbove = bound(sorted, score + 0.0, true);
        return (below + notAbove) / 2.0 / sorted.length;
    }

    private static int bound(double[] sorted, double score, boolean after) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score || after && sorted[middle] == score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double variance(Map<Object, double[]> sums, double positives, double negatives) {
        double squaresOfPositives = 0;
        double squaresOfNegatives = 0;
        double products = 0;
        double withPositive = 0;
        double withNegative = 0;
        for (double[] sum : sums.values()) {
            squaresOfPositives += sum[0] * sum[0];
            squaresOfNegatives += sum[2] * sum[2];
            products += sum[0] * sum[2];
            withPositive += sum[1] > 0 ? 1 : 0;
            withNegative += sum[3] > 0 ? 1 : 0;
        }
        double patients = sums.size();
        return Math.max(0, withPositive / ((withPositive - 1) * positives * positives) * squaresOfPositives
                + withNegative / ((withNegative - 1) * negatives * negatives) * squaresOfNegatives
                + 2 * patients / ((patients - 1) * positives * negatives) * products);
    }

    /** The area where low scores are those of positive samples. */
    public ClusteredAuc turned() {
        return new ClusteredAuc(1 - value, standardError, positivePatients, negativePatients);
    }

    /** The lower end of the 95 % interval on the logit scale, which stays between 0 and 1. */
    public double lower() {
        return end(-Z95);
    }

    /** The upper end of the 95 % interval on the logit scale. */
    public double upper() {
        return end(Z95);
    }

    private double end(double z) {
        if (value <= 0 || value >= 1) {
            return value;
        }
        double logit = Math.log(value / (1 - value)) + z * standardError / (value * (1 - value));
        return 1 / (1 + Math.exp(-logit));
    }
}
