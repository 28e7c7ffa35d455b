// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.time.Clock;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.worker.control.UserFolders;
import org.vesalius.worker.library.Libraries;

/**
 * What a worker works with.
 *
 * @param experiments layer types and readers
 * @param libraries numerical libraries
 * @param folders cache and locks of the user
 * @param clock times the events
 */
public record WorkerContext(ExperimentContext experiments, Libraries libraries, UserFolders folders, Clock clock) {
    /** What this process finds on its class path and in its environment besides these libraries. */
    public static WorkerContext of(Libraries libraries) {
        return new WorkerContext(ExperimentContext.standard(), libraries, UserFolders.current(),
                Clock.systemUTC());
    }
}
