// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Average precision: the precision at each score at which a positive sample is found, weighted by the share of the
 * positive samples found there, Σ (Rₙ − Rₙ₋₁)·Pₙ. Equal scores are one step. This is the step sum of information
 * retrieval (Zhu, Recall, Precision and Average Precision, University of Waterloo 2004); an area by trapezoids is
 * another, more hopeful number (Davis and Goadrich, ICML 2006).
 */
public final class AveragePrecision {
    private AveragePrecision() {
    }

    /**
     * Computes it in O(n log n).
     *
     * @param positive which samples are positive
     * @param scores their scores, as many; higher means more likely positive
     * @return between 0 and 1; NaN if no sample is positive, or a score is NaN
     */
    public static double of(boolean[] positive, double[] scores) {
        if (positive.length != scores.length) {
            throw new IllegalArgumentException(positive.length + " labels and " + scores.length + " scores");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        // adding 0.0 makes -0.0 and 0.0 the tie that they are
        Arrays.sort(order, Comparator.comparingDouble(i -> -(scores[i] + 0.0)));
        double sum = 0;
        long found = 0;
        int start = 0;
        while (start < order.length) {
            int end = start;
            long before = found;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                found += positive[order[end++]] ? 1 : 0;
            }
            sum += (found - before) * (found / (double) end);
            start = end;
        }
        return found == 0 ? Double.NaN : sum / found;
    }
}
