// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.run;

import java.time.Clock;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
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
    /**
     * With what this process finds in its environment.
     *
     * @param installation the layer types and readers
     */
    public static WorkerContext of(Installation installation, Libraries libraries) {
        return new WorkerContext(ExperimentContext.of(installation), libraries, UserFolders.current(),
                Clock.systemUTC());
    }
}
