// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import java.util.stream.IntStream;

/** Times to an event or, where it hasn't come, to the end of the follow-up. Immutable. */
public final class SurvivalTimes {
    private final double[] times;
    private final boolean[] events;

    /**
     * Copies both.
     *
     * @param times the times, in any unit
     * @param events whether the event came then, as many; otherwise the follow-up ended
     */
    public SurvivalTimes(double[] times, boolean[] events) {
        if (times.length != events.length) {
            throw new IllegalArgumentException(times.length + " times and " + events.length + " events");
        }
        this.times = times.clone();
        this.events = events.clone();
    }

    /** How many there are. */
    public int size() {
        return times.length;
    }

    /** A time. */
    public double time(int index) {
        return times[index];
    }

    /** Whether the event came then. */
    public boolean event(int index) {
        return events[index];
    }

    /** How many events there are. */
    public int events() {
        return (int) IntStream.range(0, events.length).filter(this::event).count();
    }
}
