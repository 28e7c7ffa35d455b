// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.Arrays;

/**
 * A curve that grows at its end. One thread appends while others take snapshots; a snapshot shares the arrays, so taking
 * one costs the same for ten points as for a million.
 */
public final class PointBuffer {

    private static final int INITIAL_CAPACITY = 256;

    private double[] x = new double[INITIAL_CAPACITY];
    private double[] y = new double[INITIAL_CAPACITY];
    private int size;

    /**
     * Adds a point at the end. Where x does not ascend, the run was resumed from an earlier checkpoint: what had been
     * drawn from there on was computed again and is replaced.
     */
    public synchronized void append(double newX, double newY) {
        if (size > 0 && newX <= x[size - 1]) {
            cutFrom(newX);
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
        }
        x[size] = newX;
        y[size] = newY;
        size++;
    }

    /** Returns the points appended so far. */
    public synchronized Points snapshot() {
        return new Points(x, y, size);
    }

    /** Drops the points from {@code from} on; into fresh arrays, since snapshots still read the old ones. */
    private void cutFrom(double from) {
        size = new Points(x, y, size).firstAtOrAfter(from);
        x = Arrays.copyOf(x, x.length);
        y = Arrays.copyOf(y, y.length);
    }
}
