// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;

/** The readers that are known, by id; immutable. */
public final class ColumnReaders {
    private final Map<String, ColumnReader> readers;

    /**
     * These readers.
     *
     * @throws IllegalArgumentException if two have the same id
     */
    public ColumnReaders(List<ColumnReader> readers) {
        Map<String, ColumnReader> byId = new TreeMap<>();
        for (ColumnReader reader : readers) {
            if (byId.put(reader.id(), reader) != null) {
                throw new IllegalArgumentException("two readers are named '" + reader.id() + "'");
            }
        }
        this.readers = Collections.unmodifiableMap(byId);
    }

    /** No reader at all. */
    public static ColumnReaders none() {
        return new ColumnReaders(List.of());
    }

    /** For tests: the readers of files that come with Vesalius. */
    public static ColumnReaders standard() {
        return new ColumnReaders(List.of(new ImageFileReader(), new NiftiReader(), new NpyReader()));
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public ColumnReaders with(ColumnReader reader) {
        List<ColumnReader> more = new ArrayList<>(readers.values());
        more.add(reader);
        return new ColumnReaders(more);
    }

    /** Whether there is a reader of this id. */
    public boolean has(String id) {
        return readers.containsKey(id);
    }

    /**
     * The reader of a column.
     *
     * @throws ReportedException if it is not installed
     */
    public ColumnReader of(Column column) {
        ColumnReader reader = readers.get(column.reader());
        if (reader == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Column '" + column.name() + "' needs the reader '" + column.reader()
                            + "', which is not installed.",
                    "Known are: " + String.join(", ", readers.keySet())
                            + ". Install the plug-in that brings it, or change the column in dataset.json.");
        }
        return reader;
    }
}
