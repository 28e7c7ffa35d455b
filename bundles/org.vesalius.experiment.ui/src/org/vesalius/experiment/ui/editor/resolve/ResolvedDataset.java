// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;

/**
 * What the data set of an experiment holds, divided as a run of it is.
 *
 * @param problem why it can't be used, with what to do; empty when it can
 * @param name name of the data set
 * @param columns its columns; also of one that can't be divided into folds as the experiment says
 * @param counts number of samples by subset and category; of folds that test in turn as the first of them has it
 * @param folds the folds of a cross-validation; none for another experiment
 */
public record ResolvedDataset(String problem, String name, List<Column> columns, SubsetCounts counts, List<String> folds) {

    /** Returns a data set that can't be used. */
    public static ResolvedDataset unusable(String problem) {
        return new ResolvedDataset(problem, "", List.of(), new SubsetCounts(Map.of(), Map.of()), List.of());
    }

    /** Returns whether there is a data set. */
    public boolean usable() {
        return problem.isEmpty();
    }

    /** Returns the number of samples of a subset. */
    public int samples(Subset subset) {
        return counts.samples(subset);
    }
}
