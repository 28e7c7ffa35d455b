// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * For how long something has been so, look by look. What lies between two looks counts as two seconds at most: a machine
 * that slept and a process that was stopped have seen nothing meanwhile. For one thread at a time.
 */
public final class SeenFor {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

    private final LongSupplier nanoseconds;
    private Duration seen = Duration.ZERO;
    private long lastLook;
    private boolean was;

    /** @param nanoseconds a clock that only goes on, as {@link System#nanoTime()} */
    public SeenFor(LongSupplier nanoseconds) {
        this.nanoseconds = Objects.requireNonNull(nanoseconds, "nanoseconds");
    }

    /**
     * Looks once more.
     *
     * @param so whether it is so now
     * @return for how long it has been so without a break; zero when it has just begun, or isn't so
     */
    public Duration look(boolean so) {
        long now = nanoseconds.getAsLong();
        Duration step = Duration.ofNanos(now - lastLook);
        seen = so && was ? seen.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP) : Duration.ZERO;
        was = so;
        lastLook = now;
        return seen;
    }
}
