// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.io.LoadedExperiment;

/** One stateless check of an experiment whose network and data set could be loaded. */
@FunctionalInterface
interface ExperimentCheck {
    /** What is wrong; empty if nothing is. */
    List<Problem> check(LoadedExperiment loaded);
}

/**
 * A change with its name.
 *
 * @param label the text of the menu entry
 * @param change what is done
 */
record LabelledFix(String label, Runnable change) implements Fix {
    @Override
    public void apply() {
        change.run();
    }
}
