// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.dataset.reader.ColumnReaders;

/**
 * How large arrays are after the steps of their column, by the first that can be read.
 *
 * @param readers what columns may name
 */
public record PreparedSizes(ColumnReaders readers) {

    /** The sizes of the axes of the first array of each column of arrays; columns that can't be read are left out. */
    public Map<String, List<Integer>> find(Dataset dataset) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        dataset.columns().stream().filter(column -> column.type() == ColumnType.ARRAY && readers.has(column.reader()))
                .forEach(column -> dataset.samples().stream()
                        .filter(sample -> dataset.defect(sample).isEmpty() && !sample.lacks(column)).findFirst()
                        .flatMap(sample -> sizes(dataset, column, sample))
                        .ifPresent(sizes -> found.put(column.name(), sizes)));
        return found;
    }

    private Optional<List<Integer>> sizes(Dataset dataset, Column column, Sample sample) {
        try {
            Steps steps = Steps.of(column);
            return Optional.of(readers.of(column).read(dataset.root(), sample.value(column), column.options(),
                    array -> Arrays.stream(steps.apply(array).description().shape()).boxed().toList()));
        } catch (IOException | ReportedException e) {
            // other checks tell what can't be read, and which step is wrong
            return Optional.empty();
        }
    }
}
