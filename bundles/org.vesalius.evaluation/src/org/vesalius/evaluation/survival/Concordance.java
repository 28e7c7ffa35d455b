// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Harrell's c: of the pairs of which is known who had the event first, the share in which that one was given the higher
 * risk; equal risks count one half (Harrell, Lee and Mark, Statistics in Medicine 15, 1996). Two events at one time are
 * no pair; an event and the end of a follow-up at one time are, since the latter lasts longer.
 *
 * @param concordant pairs whose risks are in the order of the events
 * @param discordant pairs whose risks are not
 * @param tied pairs of equal risks
 */
public record Concordance(long concordant, long discordant, long tied) {
    /**
     * Counts the pairs in O(n log n).
     *
     * @param times the times of event or end of follow-up
     * @param risks a number for each that is higher the sooner the event is expected
     * @return no pairs if a risk is NaN
     */
    public static Concordance of(SurvivalTimes times, double[] risks) {
        if (times.size() != risks.length) {
            throw new IllegalArgumentException(times.size() + " times and " + risks.length + " risks");
        }
        if (Arrays.stream(risks).anyMatch(Double::isNaN)) {
            return new Concordance(0, 0, 0);
        }
        double[] ones = new double[risks.length];
        Arrays.fill(ones, 1);
        Count count = new Count(times, risks, ones).run();
        return new Concordance((long) count.concordant, (long) count.discordant, (long) count.tied);
    }

    /**
     * Uno's c: the same share, in which a pair counts 1/G(t-)² where the first event came at t and G is the Kaplan-Meier
     * estimate of still being followed up. It doesn't depend on how long people were followed, other than Harrell's (Uno et
     * al., Statistics in Medicine 30, 2011). At equal times events come before ends of follow-up.
     *
     * @return NaN if there is no pair, or a risk is NaN
     */
    public static double uno(SurvivalTimes times, double[] risks) {
        if (Arrays.stream(risks).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        double[] weights = Arrays.stream(new FollowedUp(times).before()).map(share -> 1 / (share * share)).toArray();
        Count count = new Count(times, risks, weights).run();
        return (count.concordant + count.tied / 2) / (count.concordant + count.discordant + count.tied);
    }

    /** The share; NaN if there is no pair. */
    public double value() {
        return (concordant + tied / 2.0) / pairs();
    }

    /** Number of pairs of which is known who had the event first. */
    public long pairs() {
        return concordant + discordant + tied;
    }

    /** Goes from the longest time to the shortest and keeps the risks of those who lasted longer, counted by rank. */
    private static final class Count {
        private final SurvivalTimes times;
        private final int[] ranks;
        private final RankCounts longer;
        private final double[] weights;
        private double concordant;
        private double discordant;
        private double tied;

        Count(SurvivalTimes times, double[] risks, double[] weights) {
            this.times = times;
            this.weights = weights;
            double[] sorted = Arrays.stream(risks).map(risk -> risk + 0.0).sorted().distinct().toArray();
            ranks = Arrays.stream(risks).mapToInt(risk -> Arrays.binarySearch(sorted, risk + 0.0)).toArray();
            longer = new RankCounts(sorted.length);
        }

        Count run() {
            Integer[] order = IntStream.range(0, ranks.length).boxed()
                    .sorted(Comparator.comparingDouble(i -> -times.time(i))).toArray(Integer[]::new);
            int start = 0;
            while (start < order.length) {
                int end = start;
                while (end < order.length && times.time(order[end]) == times.time(order[start])) {
                    end++;
                }
                group(Arrays.copyOfRange(order, start, end));
                start = end;
            }
            return this;
        }

        /** Those of one time: who was only followed up to then lasts longer than who had the event. */
        private void group(Integer[] members) {
            Arrays.stream(members).filter(i -> !times.event(i)).forEach(i -> longer.add(ranks[i]));
            Arrays.stream(members).filter(times::event).forEach(i -> {
                long lower = longer.below(ranks[i]);
                long lowerOrEqual = longer.below(ranks[i] + 1);
                concordant += weights[i] * lower;
                tied += weights[i] * (lowerOrEqual - lower);
                discordant += weights[i] * (longer.total() - lowerOrEqual);
            });
            Arrays.stream(members).filter(times::event).forEach(i -> longer.add(ranks[i]));
        }
    }

    /** How often each rank was added, as sums over blocks (Fenwick, Software: Practice and Experience 24, 1994). */
    private static final class RankCounts {
        private final long[] sums;
        private long total;

        RankCounts(int ranks) {
            sums = new long[ranks + 1];
        }

        void add(int rank) {
            total++;
            for (int i = rank + 1; i < sums.length; i += i & -i) {
                sums[i]++;
            }
        }

        long below(int rank) {
            long count = 0;
            for (int i = rank; i > 0; i -= i & -i) {
                count += sums[i];
            }
            return count;
        }

        long total() {
            return total;
        }
    }
}
