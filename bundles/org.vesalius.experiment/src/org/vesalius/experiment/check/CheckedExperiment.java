// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.io.LoadedExperiment;

/**
 * What the checks found, and what they looked at: whoever goes on with that need not read the files again.
 *
 * @param problems what was found; empty if all is well
 * @param dataset the data set; empty if it can't be loaded
 * @param loaded the experiment with all it names; empty if its network or its data set can't be loaded
 */
public record CheckedExperiment(List<Problem> problems, Optional<Dataset> dataset, Optional<LoadedExperiment> loaded) {
    /** Copies the list. */
    public CheckedExperiment {
        problems = List.copyOf(problems);
    }
}
