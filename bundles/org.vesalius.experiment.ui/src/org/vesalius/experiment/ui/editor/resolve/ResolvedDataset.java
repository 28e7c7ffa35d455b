// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.PartCounts;

/**
 * What the data set of an experiment holds.
 *
 * @param problem why it cannot be used, with what to do; empty when it can
 * @param name name of the data set
 * @param columns its columns
 * @param counts number of samples by part and category
 */
public record ResolvedDataset(String problem, String name, List<Column> columns, PartCounts counts) {

    /** Returns a data set that cannot be used. */
    public static ResolvedDataset unusable(String problem) {
        return new ResolvedDataset(problem, "", List.of(), new PartCounts(Map.of(), Map.of()));
    }

    /** Returns whether there is a data set. */
    public boolean usable() {
        return problem.isEmpty();
    }

    /** Returns the number of samples of a part. */
    public int samples(Part part) {
        return counts.samples(part);
    }
}
