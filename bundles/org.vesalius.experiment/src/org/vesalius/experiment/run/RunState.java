// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.util.EnumSet;
import java.util.Set;

/** What a run is doing, or how it ended. */
public enum RunState {
    /** Prepared, and waiting: for its worker, or for a device that another run is using. */
    QUEUED,
    /** The worker opens the data and builds the network. */
    STARTING,
    /** Training. */
    RUNNING,
    /** Training waits for the user's command to go on. */
    PAUSED,
    /** All epochs are trained. */
    FINISHED,
    /** Ended by the user before its time, with the weights kept. */
    STOPPED,
    /** Ended by early stopping. */
    STOPPED_EARLY,
    /** Ended by an error; the message of the run record says which. */
    FAILED,
    /** The worker is gone without a word: killed, or the machine went down. */
    LOST;

    private static final Set<RunState> LIVE = EnumSet.of(QUEUED, STARTING, RUNNING, PAUSED);
    private static final Set<RunState> RESUMABLE = EnumSet.of(STOPPED, FAILED, LOST);

    /** Whether a process should be at work on the run, or about to be. */
    public boolean live() {
        return LIVE.contains(this);
    }

    /** Whether a run that ended like this can be taken up again from its last checkpoint. */
    public boolean resumable() {
        return RESUMABLE.contains(this);
    }

    /** Whether a run may go from this state straight to the next one. */
    public boolean canBecome(RunState next) {
        return switch (this) {
            case QUEUED -> EnumSet.of(STARTING, STOPPED, FAILED, LOST).contains(next);
            case STARTING -> EnumSet.of(QUEUED, RUNNING, STOPPED, FAILED, LOST).contains(next);
            case RUNNING -> EnumSet.of(PAUSED, FINISHED, STOPPED, STOPPED_EARLY, FAILED, LOST).contains(next);
            case PAUSED -> EnumSet.of(RUNNING, STOPPED, FAILED, LOST).contains(next);
            case STOPPED, FAILED, LOST -> next == QUEUED || next == STARTING;
            case FINISHED, STOPPED_EARLY -> false;
        };
    }
}
