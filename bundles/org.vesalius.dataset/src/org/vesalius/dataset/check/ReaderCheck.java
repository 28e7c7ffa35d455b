// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.reader.ImageReaders;

/** Whether there is a reader for each image column. */
record ReaderCheck(ImageReaders readers) implements DatasetCheck {

    @Override
    public List<Problem> check(Dataset dataset, Progress progress) {
        return dataset.columns().stream()
                .filter(column -> column.type() == ColumnType.IMAGE && !readers.has(column.reader()))
                .map(column -> Problem.error("dataset.reader-missing", column.name(),
                        "Column '" + column.name() + "' needs the image reader '" + column.reader()
                                + "', which is not installed.",
                        "Readers turn the values of image columns into pictures. Install the plug-in that brings this "
                                + "one, or change the column in dataset.json."))
                .toList();
    }
}
