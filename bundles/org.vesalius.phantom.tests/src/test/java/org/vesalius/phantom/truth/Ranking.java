// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom.truth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well scores rank samples, by definition: pair by pair. */
public final class Ranking {
    private Ranking() {
        // holds definitions
    }

    /** The share of pairs of a positive and a negative sample in which the positive one scores higher; equal ones count half. */
    public static double auc(double[] scores, boolean[] positive) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    won += win(scores[i], scores[j]);
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    /** Harrell's concordance: the share of pairs in which who had the event first has the higher risk. */
    public static double concordance(double[] risks, double[] times, boolean[] events) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < risks.length; i++) {
            for (int j = 0; j < risks.length; j++) {
                if (events[i] && (times[i] < times[j] || times[i] == times[j] && !events[j])) {
                    won += win(risks[i], risks[j]);
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    /** The mean, over the positive ones, of the share of positive ones among those that score as high or higher. */
    public static double averagePrecision(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue).toArray();
        double sum = 0;
        int found = 0;
        int seen = 0;
        while (seen < order.length) {
            int before = found;
            double score = scores[order[seen]];
            while (seen < order.length && scores[order[seen]] == score) {
                found += positive[order[seen++]] ? 1 : 0;
            }
            sum += (found - before) * (double) found / seen;
        }
        return sum / found;
    }

    private static double win(double one, double other) {
        return one > other ? 1 : one == other ? 0.5 : 0;
    }

    /** Arrays of several outputs as one, for micro averages. */
    public static double[] joined(List<double[]> columns) {
        return columns.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
