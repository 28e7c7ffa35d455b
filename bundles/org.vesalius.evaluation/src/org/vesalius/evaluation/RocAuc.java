// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The area under the receiver operating characteristic curve, as the Mann–Whitney statistic: the probability that a
 * positive sample scores higher than a negative one, a tie counting one half (Hanley and McNeil, Radiology 143, 1982,
 * 29–36).
 */
public final class RocAuc {
    private RocAuc() {
    }

    /**
     * Computes the area in O(n log n).
     *
     * @param positive which samples are positive
     * @param scores their scores, as many; higher means more likely positive
     * @return between 0 and 1; NaN if there are no positive or no negative samples, or a score is NaN
     */
    public static double of(boolean[] positive, double[] scores) {
        if (positive.length != scores.length) {
            throw new IllegalArgumentException(positive.length + " labels and " + scores.length + " scores");
        }
        long positives = count(positive);
        long negatives = positive.length - positives;
        if (positives == 0 || negatives == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        double rankSum = rankSumOfPositives(positive, scores);
        double wins = rankSum - positives * (positives + 1) / 2.0;
        return wins / ((double) positives * negatives);
    }

    private static long count(boolean[] flags) {
        long count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static double rankSumOfPositives(boolean[] positive, double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        // adding 0.0 makes -0.0 and 0.0 the tie that they are
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i] + 0.0));
        double sum = 0;
        int start = 0;
        while (start < order.length) {
            int end = endOfTie(order, scores, start);
            double sharedRank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                sum += positive[order[i]] ? sharedRank : 0;
            }
            start = end;
        }
        return sum;
    }

    private static int endOfTie(Integer[] order, double[] scores, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }
}
