// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;

/** Makes of files the numbers that a network is given, in memory: the same ones, bit for bit, that the cache keeps. */
public final class ArrayLoader {
    private final ColumnReader reader;
    private final KeptForm form;

    /**
     * A loader of the arrays of a column.
     *
     * @param shape sizes of the axes that the network takes
     * @throws org.vesalius.core.ReportedException if the column's reader is missing, or its options are wrong
     */
    public ArrayLoader(Column column, int[] shape, ColumnReaders readers) {
        reader = readers.of(column);
        form = KeptForm.of(column, shape);
    }

    /** Sizes of the axes of each array. */
    public int[] shape() {
        return form.shape();
    }

    /** How many values one array has. */
    public int length() {
        return form.length();
    }

    /**
     * Reads an array as {@link CachedArrays#read} gives it. May be called by many threads at once.
     *
     * @param root the folder that nothing outside is read of
     * @param value what the column holds
     * @param destination where to, row-major
     * @param offset where in the destination to begin
     * @throws org.vesalius.dataset.pixel.UnreadableImageException if there is no such array or it is damaged
     * @throws IOException if reading fails for another reason
     */
    public void load(Path root, String value, float[] destination, int offset) throws IOException {
        form.restore(form.store(reader, root, value), destination, offset);
    }
}
