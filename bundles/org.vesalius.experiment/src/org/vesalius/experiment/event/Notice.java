// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;
import org.vesalius.core.check.Severity;

/**
 * Something a person should know about the run.
 *
 * @param time when
 * @param severity how much it weighs
 * @param code stable name of the kind of notice, such as {@code training.diverged}
 * @param message what happened and what to do, in the user's words
 */
public record Notice(Instant time, Severity severity, String code, String message) implements RunEvent {
    /** Code of the notice that a lost worker is started again. */
    public static final String WORKER_RESTARTED = "worker.restarted";

    /** No component may be null. */
    public Notice {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
