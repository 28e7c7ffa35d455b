// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Turns the value of an image column into an image. A reader has no state and may be used by many threads at once;
 * the same value and content always give the same image.
 */
public interface ImageReader {

    /** What columns name this reader by. */
    String id();

    /** Changes whenever images come out differently from before, so that caches made earlier are not used. */
    String version();

    /** Whether its values name files of images; others are made, such as phantoms, and none can be chosen on a disk. */
    default boolean readsFiles() {
        return true;
    }

    /**
     * A text that is the same for the same image and differs for different ones, such as the hash of a file's
     * content. It is much cheaper to have than the image.
     *
     * @throws UnreadableImageException if the value names nothing that could be read
     * @throws IOException if reading fails
     */
    String fingerprint(Path root, String value, Map<String, String> options) throws IOException;

    /**
     * The one file that the fingerprint of a value depends on: while it stays as it is, so does the fingerprint. Empty
     * if there is none, or if the fingerprint depends on anything else.
     *
     * @throws IOException if there should be one, but it can't be looked at
     */
    default Optional<Path> file(Path root, String value) throws IOException {
        return Optional.empty();
    }

    /**
     * Looks whether there is something to read, without reading it.
     *
     * @throws UnreadableImageException if there is nothing
     * @throws IOException if looking fails
     */
    default void requirePresent(Path root, String value) throws IOException {
        // an image that is made, not read, is there
    }

    /**
     * Reads the image.
     *
     * @param root the data set's root folder; a reader reads nothing outside it
     * @param value what the sample's column holds
     * @param options the column's options
     * @throws UnreadableImageException if there is no such image or it is damaged
     * @throws IOException if reading fails for another reason
     */
    PixelImage read(Path root, String value, Map<String, String> options) throws IOException;

    /** What is done with an image that was read. */
    @FunctionalInterface
    interface Use<T> {
        /** Does it; the image is not kept. */
        T of(PixelImage image) throws IOException;
    }

    /**
     * Reads the image and does something with it that needs it no longer afterwards. A reader may let other threads
     * wait meanwhile, so that memory suffices for all.
     *
     * @return what was made of the image
     */
    default <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
        return use.of(read(root, value, options));
    }

    /**
     * The values that the image is stored with. The whole image is decoded for it, so that a damaged one is found.
     *
     * @throws UnreadableImageException if there is no such image or it is damaged
     */
    default StoredRange range(Path root, String value, Map<String, String> options) throws IOException {
        return read(root, value, options, image -> StoredRange.own());
    }
}
