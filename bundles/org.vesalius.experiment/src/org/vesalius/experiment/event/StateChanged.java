// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;
import org.vesalius.experiment.run.RunState;

/**
 * The run is in another state now.
 *
 * @param time when
 * @param state the new state
 * @param message why, in the user's words; empty when there is nothing to add
 */
public record StateChanged(Instant time, RunState state, String message) implements RunEvent {
    /** No component may be null. */
    public StateChanged {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
    }
}
