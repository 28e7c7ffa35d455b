// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import java.util.Arrays;

/**
 * Equal steps of time that measurements are sorted into.
 *
 * @param start seconds; NaN to begin with the first measurement
 * @param step seconds a step, above 0
 * @param length number of steps; 0 for as many as there are until the last measurement
 * @param aggregation how several values of a step become one
 */
public record TimeGrid(double start, double step, int length, Aggregation aggregation) {
    /** The most steps. */
    public static final int MOST_STEPS = 1 << 24;

    /** Checks the bounds. */
    public TimeGrid {
        if (!(step > 0) || Double.isInfinite(step) || length < 0 || length > MOST_STEPS) {
            throw new IllegalArgumentException("a grid has steps above 0 s and at most " + MOST_STEPS + " of them");
        }
    }

    /** When the first step begins, in seconds. */
    public double begin(Events events) {
        if (!Double.isNaN(start)) {
            return start;
        }
        double first = Double.POSITIVE_INFINITY;
        for (int i = 0; i < events.size(); i++) {
            first = Math.min(first, events.time(i));
        }
        return first;
    }

    /** The number of the step that a time lies in; negative before the first. */
    public long stepOf(double time, double begin) {
        // what decimal fractions of seconds lose must not move a measurement into the step before
        return (long) Math.floor((time - begin) / step + 1e-9);
    }

    /** How many steps these measurements take: the given number, or up to the last one. */
    public long steps(Events events) {
        if (length > 0) {
            return length;
        }
        double begin = begin(events);
        long last = -1;
        for (int i = 0; i < events.size(); i++) {
            last = Math.max(last, stepOf(events.time(i), begin));
        }
        return last + 1;
    }

    /** How many measurements lie before the first step or behind the last. */
    public int outside(Events events) {
        double begin = begin(events);
        long steps = steps(events);
        int count = 0;
        for (int i = 0; i < events.size(); i++) {
            long at = stepOf(events.time(i), begin);
            count += at < 0 || at >= steps ? 1 : 0;
        }
        return count;
    }

    /**
     * The measurements step by step.
     *
     * @param channels how many there are
     * @return steps × channels values, row-major; NaN where nothing was measured
     * @throws IllegalArgumentException if there are more steps than {@link #MOST_STEPS}
     */
    public float[] values(Events events, int channels) {
        long steps = steps(events);
        if (steps > MOST_STEPS || steps * channels > 1L << 28) {
            throw new IllegalArgumentException("too many steps");
        }
        double begin = begin(events);
        double[][] cells = new double[(int) steps * channels][];
        for (int index : events.inOrder()) {
            long at = stepOf(events.time(index), begin);
            if (at >= 0 && at < steps) {
                int cell = (int) at * channels + events.channel(index);
                cells[cell] = appended(cells[cell], events.value(index));
            }
        }
        float[] values = new float[cells.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells[i] == null ? Float.NaN : (float) aggregation.of(cells[i]);
        }
        return values;
    }

    private static double[] appended(double[] values, double value) {
        if (values == null) {
            return new double[] {value};
        }
        double[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }
}
