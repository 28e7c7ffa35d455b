// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Judges by its heartbeat whether the worker of a run lives, where its machine can't be asked: it counts as gone when
 * its {@link Heartbeat} was seen unchanged for half a minute, and as alive again with the next change, as after the
 * sleep of a notebook. For one thread at a time.
 */
public final class HeartbeatWatch {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Heartbeat heartbeat;
    private final SeenFor unchanged;
    private String last = "";

    /**
     * @param folder the run
     * @param nanoseconds a clock that only goes on, as {@link System#nanoTime()}
     */
    public HeartbeatWatch(RunFolder folder, LongSupplier nanoseconds) {
        heartbeat = new Heartbeat(folder);
        unchanged = new SeenFor(nanoseconds);
    }

    /** Looks once more; whether the worker has to be taken for gone now. */
    public boolean silent() {
        return unchanged.look(!changed()).compareTo(SILENCE) >= 0;
    }

    /**
     * Looks until it is certain.
     *
     * @param pause waits between two looks
     * @return whether the worker has to be taken for gone; false with the first beat
     */
    boolean awaitSilence(Runnable pause) {
        changed();
        do {
            pause.run();
            if (changed()) {
                return false;
            }
        } while (unchanged.look(true).compareTo(SILENCE) < 0);
        return true;
    }

    private boolean changed() {
        String now = heartbeat.text();
        boolean beats = !now.equals(last);
        last = now;
        return beats;
    }
}
