// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import java.util.function.IntToDoubleFunction;

/**
 * The category that a sample is taken for. With two categories a score of {@value Evaluation#THRESHOLD} or more means the
 * second; with more, the highest score wins, the first of equals.
 */
public final class Decision {
    private Decision() {
    }

    /** The number of the category, from 0. */
    public static int of(double[] scores) {
        return of(scores.length, i -> scores[i]);
    }

    /**
     * The number of the category that one row of numbers tells.
     *
     * @param values the scores of many rows
     * @param start where the row begins
     * @param columns how many scores a row has
     */
    public static int of(float[] values, int start, int columns) {
        return of(columns, i -> values[start + i]);
    }

    private static int of(int count, IntToDoubleFunction score) {
        if (count == 1) {
            return score.applyAsDouble(0) >= Evaluation.THRESHOLD ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = score.applyAsDouble(i) > score.applyAsDouble(best) ? i : best;
        }
        return best;
    }
}
