// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The Kaplan-Meier estimate of still being followed up. At equal times events come before ends of follow-up. */
record FollowedUp(SurvivalTimes times) {
    /** For each sample the share just before its time. */
    double[] before() {
        double[] shares = new double[times.size()];
        walk(shares, Double.POSITIVE_INFINITY);
        return shares;
    }

    /** The share from a time on. */
    double at(double time) {
        return walk(new double[times.size()], time);
    }

    /** Notes the share before each time, and returns that after the last that is no later than {@code until}. */
    private double walk(double[] shares, double until) {
        Integer[] order = IntStream.range(0, times.size()).boxed()
                .sorted(Comparator.comparingDouble(times::time)).toArray(Integer[]::new);
        double share = 1;
        for (int start = 0, end; start < order.length && times.time(order[start]) <= until; start = end) {
            int events = 0;
            for (end = start; end < order.length && times.time(order[end]) == times.time(order[start]); end++) {
                shares[order[end]] = share;
                events += times.event(order[end]) ? 1 : 0;
            }
            int ended = end - start - events;
            share *= ended == 0 ? 1 : 1 - ended / (double) (order.length - start - events);
        }
        return share;
    }
}
