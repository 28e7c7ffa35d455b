// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.vesalius.experiment.run.HeartbeatWatch;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus.Presence;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.SeenFor;

/**
 * The state of a run over time. A worker that is gone from this machine counts as lost when it was seen there before
 * and nobody has started it again within some seconds; one on another machine when its heartbeat stands still.
 */
final class Liveliness {

    private static final Duration TIME_TO_RESTART = Duration.ofSeconds(5);

    private final RunFolder folder;
    private final HeartbeatWatch heartbeat;
    private final SeenFor gone;
    private boolean seenThere;

    /** A run, and a clock that only goes on, as {@link System#nanoTime()}. */
    Liveliness(RunFolder folder, LongSupplier nanoseconds) {
        this.folder = folder;
        heartbeat = new HeartbeatWatch(folder, nanoseconds);
        gone = new SeenFor(nanoseconds);
    }

    /**
     * Looks once more.
     *
     * @throws org.vesalius.core.ReportedException when the record can't be read
     */
    RunStatus look() {
        RunStatus status = RunStatus.of(folder);
        if (!status.record().state().live()) {
            return status;
        }
        return status.as(lost(status.presence()) ? RunState.LOST : status.record().state());
    }

    private boolean lost(Presence presence) {
        Duration goneFor = gone.look(presence == Presence.GONE);
        seenThere |= presence == Presence.THERE;
        return switch (presence) {
            case THERE -> false;
            case GONE -> !seenThere || goneFor.compareTo(TIME_TO_RESTART) >= 0;
            case UNKNOWN -> heartbeat.silent();
        };
    }
}
