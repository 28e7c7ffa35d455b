// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The share of samples without an event until each time, where some are followed up only until before it (Kaplan and Meier,
 * Journal of the American Statistical Association 53, 1958). At equal times events come before ends of follow-up.
 *
 * @param points where the share falls, by time
 */
public record KaplanMeier(List<Point> points) {
    /** Of the normal distribution: 95 % lie within as many standard deviations. */
    private static final double Z = 1.959963984540054;
    private static final double HALF = 0.5;
    /** A share is a product of quotients, whose last digits are rounded. */
    private static final double ROUNDED = 1e-9;

    /** Copies the list. */
    public KaplanMeier {
        points = List.copyOf(points);
    }

    /**
     * The share from one time on.
     *
     * @param time when events came
     * @param atRisk samples without an event, and followed up, until then
     * @param events how many of them had it then
     * @param share that is left without an event
     * @param variance of ln(share), by Greenwood's formula Σ d/(n(n − d)); infinite where nobody is left
     */
    public record Point(double time, int atRisk, int events, double share, double variance) {
        /** The standard error of the share, by Greenwood's formula. */
        public double standardError() {
            return share * Math.sqrt(variance);
        }

        /** The lower end of the 95 % confidence interval, by log(−log); NaN where nobody is left. */
        public double lower() {
            return limit(Z);
        }

        /** The upper end of the same. */
        public double upper() {
            return limit(-Z);
        }

        private double limit(double z) {
            return share == 0 ? Double.NaN : Math.pow(share, Math.exp(z * Math.sqrt(variance) / -Math.log(share)));
        }
    }

    /** Estimates it. */
    public static KaplanMeier of(SurvivalTimes times) {
        int[] order = IntStream.range(0, times.size()).boxed().sorted(Comparator.comparingDouble(times::time))
                .mapToInt(Integer::intValue).toArray();
        List<Point> points = new ArrayList<>();
        double share = 1;
        double variance = 0;
        for (int start = 0, end; start < order.length; start = end) {
            int events = 0;
            for (end = start; end < order.length && times.time(order[end]) == times.time(order[start]); end++) {
                events += times.event(order[end]) ? 1 : 0;
            }
            int atRisk = order.length - start;
            if (events > 0) {
                share *= 1 - events / (double) atRisk;
                variance += events / ((double) atRisk * (atRisk - events));
                points.add(new Point(times.time(order[start]), atRisk, events, share, variance));
            }
        }
        return new KaplanMeier(points);
    }

    /** The share without an event until a time, that time included. */
    public double at(double time) {
        double share = 1;
        for (Point point : points) {
            if (point.time() > time) {
                break;
            }
            share = point.share();
        }
        return share;
    }

    /** The time from which at most half are without an event; empty where more than half are left to the end. */
    public OptionalDouble median() {
        return points.stream().filter(point -> point.share() <= HALF + ROUNDED).mapToDouble(Point::time).findFirst();
    }
}
