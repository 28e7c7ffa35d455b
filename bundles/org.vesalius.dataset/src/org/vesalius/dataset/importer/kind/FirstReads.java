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
import org.vesalius.dataset.parallel.Abandonable;
import org.vesalius.dataset.parallel.ParallelWork;
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
        return Abandonable.call(watched -> look(preview, watched), progress);
    }

    private List<Defect> look(DatasetPreview preview, Progress progress) {
        Dataset dataset = preview.beginning();
        List<Column> columns = dataset.columns().stream()
                .filter(column -> column.type().read() && readers.has(column.reader())).toList();
        // what an import makes itself isn't there yet
        if (columns.isEmpty() || dataset.root().startsWith(dataset.folder())) {
            return List.of();
        }
        List<Sample> first = preview.first();
        List<List<Defect>> found = first.stream().<List<Defect>>map(sample -> new ArrayList<>()).toList();
        try {
            new ParallelWork(first.size(), row -> columns.forEach(column -> add(dataset.root(), first.get(row), column,
                    found.get(row)))).by("reader '" + columns.get(0).reader() + "'").run("Reading the first files", progress);
        } catch (IOException e) {
            throw new IllegalStateException("what can't be read is a defect", e);
        }
        return found.stream().flatMap(List::stream).toList();
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
