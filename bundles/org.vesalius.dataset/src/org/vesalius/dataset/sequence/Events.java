// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import java.util.Arrays;

/** Measurements at any times, in the order of a file. */
public final class Events {
    private double[] times = new double[64];
    private int[] channels = new int[64];
    private float[] values = new float[64];
    private int size;

    /**
     * Adds one.
     *
     * @param time seconds
     * @param channel number of what was measured
     * @param value what was measured; finite
     */
    public void add(double time, int channel, float value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            channels = Arrays.copyOf(channels, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = time;
        channels[size] = channel;
        values[size++] = value;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** When the measurement of this index was made, in seconds. */
    public double time(int index) {
        return times[index];
    }

    /** Number of what was measured. */
    public int channel(int index) {
        return channels[index];
    }

    /** The value measured. */
    public float value(int index) {
        return values[index];
    }

    /** Indexes in the order of time; equal times stay in the order of the file. */
    public Integer[] inOrder() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        // stable
        Arrays.sort(order, (a, b) -> Double.compare(times[a], times[b]));
        return order;
    }

    /** How many are followed by an earlier one. */
    public int outOfOrder() {
        int count = 0;
        for (int i = 1; i < size; i++) {
            count += times[i] < times[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** How many are of the time and channel of another before. */
    public int repeated() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> channels[a] != channels[b] ? Integer.compare(channels[a], channels[b])
                : Double.compare(times[a], times[b]));
        int count = 0;
        for (int i = 1; i < size; i++) {
            count += channels[order[i]] == channels[order[i - 1]] && times[order[i]] == times[order[i - 1]] ? 1 : 0;
        }
        return count;
    }
}
