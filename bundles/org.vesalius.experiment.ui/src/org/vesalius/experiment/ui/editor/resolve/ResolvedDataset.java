// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.util.List;
import java.util.Map;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Part;

/**
 * What the data set of an experiment holds.
 *
 * @param problem why it cannot be used, with what to do; empty when it can
 * @param name name of the data set
 * @param columns its columns
 * @param counts number of samples by part, then by category of the label
 */
public record ResolvedDataset(String problem, String name, List<Column> columns,
        Map<Part, Map<String, Integer>> counts) {

    /** Returns a data set that cannot be used. */
    public static ResolvedDataset unusable(String problem) {
        return new ResolvedDataset(problem, "", List.of(), Map.of());
    }

    /** Returns whether there is a data set. */
    public boolean usable() {
        return problem.isEmpty();
    }

    /** Returns the number of samples of a part. */
    public int samples(Part part) {
        return counts.getOrDefault(part, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }
}
