// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.List;
import org.vesalius.core.check.Problem;

/**
 * What is known of an experiment beyond its own file.
 *
 * @param network the network
 * @param dataset the data set
 * @param problems what the checks found, errors first
 */
public record Resolved(ResolvedNetwork network, ResolvedDataset dataset, List<Problem> problems) {

    /** Copies the list. */
    public Resolved {
        problems = List.copyOf(problems);
    }

    /** Returns whether a run would be refused. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
