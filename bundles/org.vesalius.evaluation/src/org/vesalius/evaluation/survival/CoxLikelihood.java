// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cox's partial likelihood: how likely it is that, of those who could have had an event, the ones who had it did (Cox,
 * Journal of the Royal Statistical Society B 34, 1972). It compares samples with each other, so it needs all of them at
 * once: of a part of them it is another number.
 */
public final class CoxLikelihood {
    private final Ties ties;

    /** @param ties what to make of several events at one time */
    public CoxLikelihood(Ties ties) {
        this.ties = ties;
    }

    /** What is made of several events at one time. */
    public enum Ties {
        /** As if each had happened while all of them were still there (Breslow, Biometrics 30, 1974). */
        BRESLOW {
            @Override
            double gone(int number, int events) {
                return 0;
            }
        },
        /** As if they had happened one after the other, in the mean order (Efron, JASA 72, 1977). */
        EFRON {
            @Override
            double gone(int number, int events) {
                return number / (double) events;
            }
        };

        /** The share of the events at a time that are over when the next one comes. */
        abstract double gone(int number, int events);
    }

    /**
     * The likelihood at some log hazards.
     *
     * @param logLikelihood its natural logarithm; 0 without events
     * @param gradient its derivative by each log hazard; they sum to 0
     */
    public record Value(double logLikelihood, double[] gradient) {
    }

    /**
     * Computes it in O(n log n), in logarithms, so that no log hazard is too large or small.
     *
     * @param times the times
     * @param logHazards η of each sample, what the network says
     */
    public Value at(SurvivalTimes times, double[] logHazards) {
        if (times.size() != logHazards.length) {
            throw new IllegalArgumentException(times.size() + " times and " + logHazards.length + " hazards");
        }
        Integer[] order = IntStream.range(0, times.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> -times.time(i))).toArray(Integer[]::new);
        Pass pass = new Pass(times, logHazards);
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end < order.length && times.time(order[end]) == times.time(order[start])) {
                end++;
            }
            pass.risks(Arrays.copyOfRange(order, start, end));
            start = end;
        }
        return pass.finish();
    }

    /** Those of one time, with what the sums over the ones at risk come to. */
    private record Group(Integer[] members, double hazards, double tied) {
    }

    /** Down the times for the sums over those at risk, then up for what each sample has a part in. */
    private final class Pass {
        private final SurvivalTimes times;
        private final double[] logHazards;
        private final double[] gradient;
        private final ArrayDeque<Group> groups = new ArrayDeque<>();
        private double atRisk = Double.NEGATIVE_INFINITY;
        private double logLikelihood;
        private double terms = Double.NEGATIVE_INFINITY;

        Pass(SurvivalTimes times, double[] logHazards) {
            this.times = times;
            this.logHazards = logHazards;
            this.gradient = new double[logHazards.length];
        }

        void risks(Integer[] members) {
            double tied = Double.NEGATIVE_INFINITY;
            for (int member : members) {
                atRisk = logSum(atRisk, logHazards[member]);
                tied = times.event(member) ? logSum(tied, logHazards[member]) : tied;
            }
            groups.push(new Group(members, atRisk, tied));
        }

        Value finish() {
            groups.forEach(this::add);
            return new Value(logLikelihood, gradient);
        }

        private void add(Group group) {
            int events = (int) Arrays.stream(group.members()).filter(times::event).count();
            double over = Double.NEGATIVE_INFINITY;
            for (int number = 0; number < events; number++) {
                double gone = ties.gone(number, events);
                double risk = group.hazards() + StrictMath.log1p(-gone * StrictMath.exp(group.tied() - group.hazards()));
                logLikelihood -= risk;
                terms = logSum(terms, -risk);
                over = gone == 0 ? over : logSum(over, StrictMath.log(gone) - risk);
            }
            for (int member : group.members()) {
                gradient[member] = 0 - StrictMath.exp(logHazards[member] + terms);
                if (times.event(member)) {
                    logLikelihood += logHazards[member];
                    gradient[member] += 1 + StrictMath.exp(logHazards[member] + over);
                }
            }
        }
    }

    /** ln(eᵃ + eᵇ). */
    private static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger
                : larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
    }
}
