// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

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
        // the lock knows better than number and start, which mean nothing across containers and after the clock was set
        if (process.handle().isPresent() || RunLock.held(folder)) {
            return THERE;
        }
        return process.onThisHost() ? GONE : UNKNOWN;
    }
}
