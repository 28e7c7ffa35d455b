// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import java.util.Arrays;

/** Mean of |m − y|, m the median of the truths y: the mean absolute error of who always says the median, which is the least. */
public final class MedianDeviation {
    private static final int FIRST = 16;
    private static final int MOST = 1 << 22;

    private float[] truths = new float[FIRST];
    private long count;

    /** Adds a truth; one that isn't known, NaN, doesn't count. */
    public void add(float truth) {
        if (Float.isNaN(truth)) {
            return;
        }
        if (count == truths.length && count < MOST) {
            truths = Arrays.copyOf(truths, 2 * truths.length);
        }
        if (count < truths.length) {
            truths[(int) count] = truth;
        }
        count++;
    }

    /** The mean; NaN if nothing was added, or more than four million truths, which are not kept. */
    public double value() {
        if (count == 0 || count > truths.length) {
            return Double.NaN;
        }
        float[] sorted = Arrays.copyOf(truths, (int) count);
        Arrays.sort(sorted);
        // of an even number each value between the two in the middle gives the same
        double median = sorted[sorted.length / 2];
        double sum = 0;
        for (float truth : sorted) {
            sum += Math.abs(truth - median);
        }
        return sum / count;
    }
}
