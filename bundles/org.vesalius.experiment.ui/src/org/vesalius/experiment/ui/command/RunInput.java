// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.sequence.GridOptions;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.run.RunFolder;

/**
 * What the network of a run takes of a sample.
 *
 * @param run the run
 * @param readers those that are installed
 */
public record RunInput(RunFolder run, ColumnReaders readers) {

    /** Whether a file is all of a sample: the one column that is taken is read from files, and can be from this one. */
    public boolean isRead(Path file) {
        try {
            Dataset dataset = new DatasetFiles().load(run.dataset());
            List<Column> columns = columns(new ExperimentFiles().load(run.experiment()), dataset);
            return columns.size() == 1 && isRead(file.toAbsolutePath().normalize(), columns.get(0));
        } catch (ReportedException e) {
            // whoever predicts tells what is wrong with the run
            return false;
        }
    }

    private static List<Column> columns(Experiment experiment, Dataset dataset) {
        return experiment.getBindings().stream().map(binding -> dataset.column(binding.getColumn())).flatMap(Optional::stream)
                .filter(column -> column.role() == ColumnRole.INPUT).distinct().toList();
    }

    private boolean isRead(Path file, Column column) {
        if (!column.type().read() || !readers.has(column.reader()) || !readers.of(column).readsFiles()) {
            return false;
        }
        Map<String, String> options = new TreeMap<>(column.options());
        // what stands in for gaps would hide that nothing was measured
        options.remove(GridOptions.GAPS);
        try {
            return readers.of(column).read(file.getRoot(), file.getRoot().relativize(file).toString(), options,
                    RunInput::holdsNumbers);
        } catch (IOException e) {
            // not of this kind, so that it is a table
            return false;
        }
    }

    /** Rows of any table can be taken for measurements, but for none of what the run learned from. */
    private static boolean holdsNumbers(TypedArray array) {
        return IntStream.range(0, array.length()).anyMatch(i -> !Double.isNaN(array.value(i)));
    }
}
