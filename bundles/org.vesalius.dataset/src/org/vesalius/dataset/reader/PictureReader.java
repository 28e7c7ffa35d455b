// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.pixel.ValueOptions;

/**
 * Reads pictures through the reader of their column.
 *
 * @param reader gives the values as stored
 */
public record PictureReader(ColumnReader reader) {

    /** What is done with a picture that was read. */
    @FunctionalInterface
    public interface Use<T> {
        /** Does it; the picture is not kept. */
        T of(PixelImage picture) throws IOException;
    }

    /**
     * Reads a picture, its values brought to 0…255.
     *
     * @param root the data set's root folder
     * @param value what the sample's column holds
     * @param options the column's options, which say what is black and white where the file doesn't
     * @throws UnreadableImageException if there is no such picture or it is damaged
     * @throws IOException if reading fails for another reason
     */
    public PixelImage read(Path root, String value, Map<String, String> options) throws IOException {
        return read(root, value, options, picture -> picture);
    }

    /** Reads a picture likewise and does something with it that needs it no longer afterwards. */
    public <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
        ValueOptions range = ValueOptions.of(options);
        return reader.read(root, value, options, array -> use.of(Picture.of(array).image(range)));
    }

    /**
     * The values that a picture is stored with. All of it is decoded for this, so that a damaged one is found.
     *
     * @throws UnreadableImageException if there is no such picture or it is damaged
     */
    public StoredRange range(Path root, String value, Map<String, String> options) throws IOException {
        // thousands of files are looked at like this when they are imported
        return reader instanceof ImageFileReader files ? files.range(root, value, options)
                : reader.read(root, value, options, array -> Picture.of(array).range());
    }
}
