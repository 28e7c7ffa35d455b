// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
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

    /** Whether the process was started on this machine, or on another of its name. */
    public boolean onThisHost() {
        return host.equals(HostName.current());
    }

    /** The process, if it still runs and can be asked: on another machine it can't. */
    public Optional<ProcessHandle> handle() {
        return onThisHost() ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isIt)
                : Optional.empty();
    }

    private boolean isIt(ProcessHandle process) {
        return process.info().startInstant().map(this::sameStart).orElse(true);
    }

    private boolean sameStart(Instant other) {
        return start.equals(Instant.EPOCH) || Duration.between(start, other).abs().compareTo(TOLERANCE) <= 0;
    }
}

/** The name of this machine: process numbers mean something on one machine only. */
final class HostName {
    private HostName() {
    }

    static String current() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // the machine can't look itself up; still the message starts with its name
            return e.getMessage().split(":", 2)[0];
        }
    }
}
