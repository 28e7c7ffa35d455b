// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

/**
 * A run as it is: its record, and whether the process that answers for it is still there.
 *
 * @param state the recorded state, or {@link RunState#LOST} where a live one is recorded and the process is gone
 * @param record what {@code run.json} says
 * @param presence whether the process that answers for the run is there
 */
public record RunStatus(RunState state, RunRecord record, Presence presence) {
    /**
     * Looks at a run. A worker that is gone may be started again within the next seconds by the process that looks
     * after it; who must know for certain looks again.
     *
     * @throws org.vesalius.core.ReportedException if the record can't be read
     */
    public static RunStatus of(RunFolder folder) {
        RunRecordFile file = new RunRecordFile(folder);
        RunStatus first = of(folder, file.read());
        // the worker may have written its last state and ended since the record was read
        return first.state() == RunState.LOST ? of(folder, file.read()) : first;
    }

    private static RunStatus of(RunFolder folder, RunRecord record) {
        if (!record.state().live()) {
            return new RunStatus(record.state(), record, Presence.GONE);
        }
        Presence presence = Presence.of(folder, record.process());
        return new RunStatus(presence == Presence.GONE ? RunState.LOST : record.state(), record, presence);
    }

    /** The same run in a state that was seen over some time. */
    public RunStatus as(RunState judged) {
        return new RunStatus(judged, record, presence);
    }

    /** What to tell the user: the recorded message, or what it means that the process is gone. */
    public String message() {
        if (state != RunState.LOST || !record.state().live()) {
            return record.message();
        }
        return presence == Presence.UNKNOWN
                ? "The worker on " + record.process().host() + " gives no sign of life; if its machine doesn't sleep, "
                        + "resume the run from its last checkpoint."
                : "The worker ended without a word; resume the run from its last checkpoint.";
    }

    /** Whether the process that answers for a run is there, as far as a single look can tell. */
    public enum Presence {
        /** It runs on this machine, or holds the lock of the run wherever it runs. */
        THERE,
        /** It ran on this machine and doesn't any more, or the run has ended. */
        GONE,
        /** It is on another machine, or this one had another name then; only its heartbeat can tell, over some time. */
        UNKNOWN;

        /** Looks for the process that answers for a live run. */
        static Presence of(RunFolder folder, RunProcess process) {
            // the lock knows better than number and start, which mean nothing across containers and after the clock was
            // set
            if (process.handle().isPresent() || RunLock.held(folder)) {
                return THERE;
            }
            return process.onThisHost() ? GONE : UNKNOWN;
        }
    }
}
