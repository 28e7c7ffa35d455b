// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The process that answers for a run: first the one that prepared it, then its worker.
 *
 * @param host name of the machine
 * @param pid process number on that machine
 * @param start when the process started; tells it from a later one with the same number
 */
public record RunProcess(String host, long pid, Instant start) {
    /** Start times are kept in clock ticks by some systems, and in whole seconds by others. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The names may not be null. */
    public RunProcess {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(start, "start");
    }

    /** The process that asks. */
    public static RunProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new RunProcess(HostName.current(), self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Whether the process runs on this machine, so that {@link #alive} can be told. */
    public boolean onThisHost() {
        return host.equals(HostName.current());
    }

    /**
     * Whether the process still runs. A process on another machine can't be asked, and counts as alive.
     */
    public boolean alive() {
        if (!onThisHost()) {
            return true;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && process.get().info().startInstant().map(this::sameStart).orElse(true);
    }

    private boolean sameStart(Instant other) {
        return start.equals(Instant.EPOCH) || Duration.between(start, other).abs().compareTo(TOLERANCE) <= 0;
    }
}
