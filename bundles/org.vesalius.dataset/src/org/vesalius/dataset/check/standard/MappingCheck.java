// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.pixel.ValueOptions;
import org.vesalius.dataset.prepare.Steps;

/**
 * How the values of arrays and of deep pictures become what a network gets: nothing is stretched or flattened silently.
 */
final class MappingCheck implements DatasetCheck {
    private static final String ID = "dataset.values";

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        Dataset dataset = data.dataset();
        return dataset.columns().stream().filter(column -> column.type().read() && data.readers().has(column.reader()))
                .flatMap(column -> check(data, column).stream()).toList();
    }

    private static Optional<Problem> check(CheckedDataset data, Column column) {
        return column.type() == ColumnType.ARRAY ? ofArrays(data, column) : ofPictures(column);
    }

    private static Optional<Problem> ofArrays(CheckedDataset data, Column column) {
        Dataset dataset = data.dataset();
        try {
            String words = Steps.of(column).words();
            String first = dataset.samples().stream().filter(sample -> dataset.defect(sample).isEmpty()).findFirst()
                    .flatMap(sample -> described(data, column, sample)).map(array -> " (the first is " + array.display() + ")")
                    .orElse("");
            return Optional.of(advice(column, "The arrays of '" + column.name() + "'" + first + " go into the network "
                    + (words.isEmpty() ? "with their values as stored." : "after this: " + words + ".") + rounded(column)));
        } catch (ReportedException e) {
            return Optional.of(Problem.error(ID, column.name(), e.getMessage(),
                    "The steps of a column are written in its option '" + Steps.OPTION + "' in dataset.json."));
        }
    }

    /** Masks were looked through at import; what else is stored in 32 bits may be larger than a network can tell. */
    private static String rounded(Column column) {
        boolean whole = column.option(Steps.TYPE, "").equals(ElementType.I32.text()) && column.categories().isEmpty();
        return whole ? " Whole numbers beyond ±16777216 are rounded, since networks calculate in single precision." : "";
    }

    private static Optional<ArrayDescription> described(CheckedDataset data, Column column, Sample sample) {
        try {
            return Optional.of(data.readers().of(column).describe(data.dataset().root(), sample.value(column), column.options()));
        } catch (IOException e) {
            // other checks tell what can't be read
            return Optional.empty();
        }
    }

    /** Those of up to 8 bits have one scale and need no word. */
    private static Optional<Problem> ofPictures(Column column) {
        String white = column.option(ValueOptions.WHITE, "");
        String low = column.option(ValueOptions.LOW, "");
        if (white.isEmpty() && low.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(advice(column, "In the images of '" + column.name() + "' " + (low.isEmpty() ? "0" : low)
                + " is black and " + (low.isEmpty() ? white : column.option(ValueOptions.HIGH, "")) + " is white."));
    }

    private static Problem advice(Column column, String message) {
        return Problem.advice(ID, column.name(), message,
                "Values mean the same in all samples only if they are mapped alike. The options of the column in "
                        + "dataset.json say how.");
    }
}
