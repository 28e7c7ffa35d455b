// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.Arrays;

/**
 * A curve as it stood at one moment: points in ascending x. A value may be NaN or infinite; views keep such points as
 * events instead of dropping them.
 */
public final class Points {

    private static final Points NONE = new Points(new double[0], new double[0], 0);

    private final double[] x;
    private final double[] y;
    private final int size;

    /** Takes the arrays without a copy: their first {@code size} entries must never change again. */
    Points(double[] x, double[] y, int size) {
        this.x = x;
        this.y = y;
        this.size = size;
    }

    /** Returns the curve without points. */
    public static Points none() {
        return NONE;
    }

    /**
     * Returns a curve through the given points.
     *
     * @throws IllegalArgumentException when the arrays differ in length or x descends
     */
    public static Points of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x values but " + y.length + " y values");
        }
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                throw new IllegalArgumentException("x descends at index " + i);
            }
        }
        return new Points(x.clone(), y.clone(), x.length);
    }

    /** Returns the number of points. */
    public int size() {
        return size;
    }

    /** Returns the x value of point {@code index}. */
    public double x(int index) {
        return x[index];
    }

    /** Returns the y value of point {@code index}; may be NaN or infinite. */
    public double y(int index) {
        return y[index];
    }

    /** Returns the index of the first point whose x is not below {@code value}, or {@link #size()}. */
    public int firstAtOrAfter(double value) {
        int found = Arrays.binarySearch(x, 0, size, value);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && x[found - 1] == value) {
            found--;
        }
        return found;
    }

    /** Returns the index of the point nearest to {@code value} on the x axis, or -1 when there is none. */
    public int nearest(double value) {
        if (size == 0) {
            return -1;
        }
        int after = Math.min(firstAtOrAfter(value), size - 1);
        int before = Math.max(after - 1, 0);
        return value - x[before] <= x[after] - value ? before : after;
    }
}
