// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** Whether the first files that an import would bring can be read, told before it is begun. */
public final class FirstReads {
    private final ColumnReaders readers;

    /** @param readers those that columns may name */
    public FirstReads(ColumnReaders readers) {
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    /**
     * The files of the samples that a preview shows which can't be read, in their order.
     *
     * @throws CancellationException if the progress was cancelled
     */
    public List<Defect> defects(DatasetPreview preview, Progress progress) {
        Dataset dataset = preview.beginning();
        List<Column> columns = dataset.columns().stream()
                .filter(column -> column.type().read() && readers.has(column.reader())).toList();
        List<Defect> defects = new ArrayList<>();
        // what an import makes itself isn't there yet
        if (columns.isEmpty() || dataset.root().startsWith(dataset.folder())) {
            return defects;
        }
        progress.begin("Reading the first files", preview.first().size());
        for (int row = 0; row < preview.first().size(); row++) {
            for (Column column : columns) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
                add(dataset.root(), preview.first().get(row), column, defects);
            }
            progress.advance(row + 1);
        }
        return defects;
    }

    private void add(Path root, Sample sample, Column column, List<Defect> defects) {
        ColumnReader reader = readers.of(column);
        String value = sample.value(column);
        try {
            if (!sample.lacks(column)) {
                reader.read(root, value, column.options(), array -> array.description());
            }
        } catch (UnreadableImageException e) {
            defects.add(new Defect(sample.id(), value, e.getMessage()));
        } catch (IOException e) {
            defects.add(new Defect(sample.id(), value, "can't be read from the disk"));
        }
    }
}
