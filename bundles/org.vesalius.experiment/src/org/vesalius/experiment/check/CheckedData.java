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
 */
public record CheckedData(List<Problem> problems, Map<String, List<Defect>> absent) {
    /** Copies list and map. */
    public CheckedData {
        problems = List.copyOf(problems);
        absent = Map.copyOf(absent);
    }

    /** Only problems. */
    public static CheckedData of(Problem... problems) {
        return new CheckedData(List.of(problems), Map.of());
    }
}
