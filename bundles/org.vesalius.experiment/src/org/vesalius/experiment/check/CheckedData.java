// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.util.List;
import java.util.Map;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Defect;

/**
 * What the checks of a data set found, whatever the settings of an experiment are.
 *
 * @param problems what was found, but for samples that can't be read
 * @param absent images that are missing or empty, by the names of their columns; how grave that is, the settings say
 * @param sizes of the first array of each column of arrays after its steps, by the name of the column
 */
public record CheckedData(List<Problem> problems, Map<String, List<Defect>> absent, Map<String, List<Integer>> sizes) {
    /** Copies list and maps. */
    public CheckedData {
        problems = List.copyOf(problems);
        absent = Map.copyOf(absent);
        sizes = Map.copyOf(sizes);
    }

    /** Only problems. */
    public static CheckedData of(Problem... problems) {
        return new CheckedData(List.of(problems), Map.of(), Map.of());
    }
}
