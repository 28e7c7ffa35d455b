// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

/**
 * The category that a sample is taken for. With two categories a score of {@value Evaluation#THRESHOLD} or more means the
 * second; with more, the highest score wins, the first of equals.
 */
public final class Decision {
    private Decision() {
    }

    /** The number of the category, from 0. */
    public static int of(double[] scores) {
        return scores.length == 1 ? (scores[0] >= Evaluation.THRESHOLD ? 1 : 0) : highest(scores);
    }

    private static int highest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
