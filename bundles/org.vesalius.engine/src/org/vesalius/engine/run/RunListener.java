// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.util.List;

import org.vesalius.experiment.event.RunEvent;

/** Hears how a run goes on. */
@FunctionalInterface
public interface RunListener {

    /**
     * The run has gone on. Called on the thread of the monitor, never from two threads at once, at most ten times a
     * second; it may do file work but should return soon.
     *
     * @param snapshot how far the run is now, the fresh events included
     * @param fresh    the events since the last call, in order; empty when only the state changed without an event,
     *                 as it does for a run whose worker is gone
     */
    void changed(RunSnapshot snapshot, List<RunEvent> fresh);
}
