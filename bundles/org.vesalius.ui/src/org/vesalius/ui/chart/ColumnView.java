// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.Arrays;

/**
 * What of a curve has to be drawn on a given number of pixel columns: of each column the first, the lowest, the highest
 * and the last point. Every spike stays visible, and the work no longer depends on the length of the curve.
 *
 * <p>A point that is NaN or infinite is kept as NaN, which interrupts the line, and its x is listed in
 * {@link #events()}: at most one a column.
 */
public final class ColumnView {

    private final double[] x;
    private final double[] y;
    private final double[] events;

    private ColumnView(double[] x, double[] y, double[] events) {
        this.x = x;
        this.y = y;
        this.events = events;
    }

    /**
     * Returns the view of {@code points} on {@code columns} pixel columns from {@code lower} to {@code upper}. The
     * neighbours just outside belong to it too, so that a line runs on to the edge.
     *
     * @throws IllegalArgumentException when there is no column or the range is empty
     */
    public static ColumnView of(Points points, double lower, double upper, int columns) {
        if (columns < 1 || !(lower < upper)) {
            throw new IllegalArgumentException(columns + " columns from " + lower + " to " + upper);
        }
        return new Scan(points, lower, upper, columns).run();
    }

    /** Returns the number of points to draw: at most five a column, one of them NaN, and two neighbours. */
    public int size() {
        return x.length;
    }

    /** Returns the x value of point {@code index}. */
    public double x(int index) {
        return x[index];
    }

    /** Returns the y value of point {@code index}; NaN where the line is interrupted. */
    public double y(int index) {
        return y[index];
    }

    /** Returns the x values at which the curve was NaN or infinite, one a column. */
    public double[] events() {
        return events.clone();
    }

    /** One pass over the points; holds the column that is being read. */
    private static final class Scan {

        private final Points points;
        private final double lower;
        private final double upper;
        private final int columns;
        private final double[] x;
        private final double[] y;
        private final double[] events;
        private int size;
        private int eventCount;
        private int first;
        private int low;
        private int high;
        private int last;
        private int broken;

        Scan(Points points, double lower, double upper, int columns) {
            this.points = points;
            this.lower = lower;
            this.upper = upper;
            this.columns = columns;
            int capacity = (int) Math.min(points.size() + 2L, columns * 5L + 2L);
            x = new double[capacity];
            y = new double[capacity];
            events = new double[Math.min(points.size(), columns)];
        }

        ColumnView run() {
            int index = Math.max(points.firstAtOrAfter(lower) - 1, 0);
            if (index < points.size() && points.x(index) < lower) {
                add(index++);
            }
            index = readColumns(index);
            if (index < points.size()) {
                add(index);
            }
            return new ColumnView(Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(events, eventCount));
        }

        private int readColumns(int start) {
            int index = start;
            int column = -1;
            reset();
            for (; index < points.size() && points.x(index) <= upper; index++) {
                int here = columnOf(points.x(index));
                if (here != column) {
                    flush();
                    column = here;
                }
                take(index);
            }
            flush();
            return index;
        }

        private int columnOf(double value) {
            return Math.min((int) ((value - lower) / (upper - lower) * columns), columns - 1);
        }

        private void take(int index) {
            double value = points.y(index);
            if (!Double.isFinite(value)) {
                broken = index;
                return;
            }
            if (first < 0) {
                first = low = high = index;
            }
            low = value < points.y(low) ? index : low;
            high = value > points.y(high) ? index : high;
            last = index;
        }

        private void flush() {
            if (broken >= 0) {
                events[eventCount++] = points.x(broken);
            }
            int[] kept = {first, low, high, last, broken};
            Arrays.sort(kept);
            int previous = -1;
            for (int index : kept) {
                if (index > previous) {
                    add(index);
                    previous = index;
                }
            }
            reset();
        }

        private void add(int index) {
            x[size] = points.x(index);
            y[size] = Double.isFinite(points.y(index)) ? points.y(index) : Double.NaN;
            size++;
        }

        private void reset() {
            first = low = high = last = broken = -1;
        }
    }
}
