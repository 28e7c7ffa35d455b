// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.PictureReader;

/** Makes of images the numbers that a network is given, in memory: the same ones, bit for bit, that the cache keeps. */
public final class ImageLoader {
    private final Column column;
    private final TensorSpec spec;
    private final ColumnReader reader;
    private final ValueScale scale;

    /**
     * A loader of the images of a column.
     *
     * @throws org.vesalius.core.ReportedException if the column's reader is missing, or its scale is no number
     */
    public ImageLoader(Column column, TensorSpec spec, ColumnReaders readers) {
        this.column = Objects.requireNonNull(column, "column");
        this.spec = Objects.requireNonNull(spec, "spec");
        reader = readers.of(column);
        scale = ValueScale.of(column);
    }

    /** The shape of each image. */
    public TensorSpec spec() {
        return spec;
    }

    /**
     * Reads an image, its values scaled as the column says (to 0…1 if it says nothing). May be called by many threads
     * at once.
     *
     * @param root the folder that nothing outside is read of
     * @param value what the column holds
     * @param destination where to: {@code spec().length()} values in the order HWC
     * @param offset where in the destination to begin
     * @throws org.vesalius.dataset.pixel.UnreadableImageException if there is no such image or it is damaged
     * @throws IOException if reading fails for another reason
     */
    public void load(Path root, String value, float[] destination, int offset) throws IOException {
        scale.restore(stored(reader, spec, root, value, column), destination, offset);
    }

    /** An image as the cache keeps it. */
    static byte[] stored(ColumnReader reader, TensorSpec spec, Path root, String value, Column column)
            throws IOException {
        ValueScale scale = ValueScale.of(column);
        return new PictureReader(reader).read(root, value, column.options(),
                image -> scale.store(new Preprocessing(spec).apply(image).values()));
    }
}
