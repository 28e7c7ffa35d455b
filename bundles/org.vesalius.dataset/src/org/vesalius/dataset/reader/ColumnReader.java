// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Turns the value of a column into an array: a picture, a volume, a signal. A reader has no state and may be used by many
 * threads at once; the same value and content always give the same array. Pictures have the axes {@code y, x, channel}
 * and one or three channels.
 */
public interface ColumnReader {

    /** What columns name this reader by. */
    String id();

    /** Changes whenever arrays come out differently from before, so that caches made earlier are not used. */
    String version();

    /** Whether its values name files; others are made, such as phantoms, and none can be chosen on a disk. */
    default boolean readsFiles() {
        return true;
    }

    /**
     * A text that is the same for the same array and differs for different ones, such as the hash of a file's
     * content. It is much cheaper to have than the array.
     *
     * @throws UnreadableImageException if the value names nothing that could be read
     * @throws IOException if reading fails
     */
    String fingerprint(Path root, String value, Map<String, String> options) throws IOException;

    /**
     * The paths below the root of all files that an array is read from, so that whoever looks at many can look at files and folders by
     * itself: where files are at all of them, none of them empty, {@link #requirePresent} finds nothing missing, and the fingerprint
     * stays the same while they do. Where something else is at a path, such as a folder or a link, {@link #file}, {@link #files} and
     * {@link #requirePresent} are asked. None if the array is made, or if only these can tell.
     *
     * @throws UnreadableImageException if the value names nothing that could be there
     */
    default List<String> paths(String value) throws UnreadableImageException {
        return List.of();
    }

    /**
     * The one file that the fingerprint of a value depends on: while it stays as it is, so does the fingerprint. Empty
     * if there is none, or if the fingerprint depends on anything else.
     *
     * @throws IOException if there should be one, but it can't be looked at
     */
    default Optional<Path> file(Path root, String value) throws IOException {
        List<String> paths = paths(value);
        return paths.size() == 1 ? Optional.of(new SamplePath(root, paths.get(0)).file()) : Optional.empty();
    }

    /**
     * All files that an array is read from; none if it is made, or if the reader doesn't tell.
     *
     * @throws IOException if there should be some, but they can't be looked at
     */
    default List<Path> files(Path root, String value) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String path : paths(value)) {
            files.add(new SamplePath(root, path).file());
        }
        return files.isEmpty() ? file(root, value).map(List::of).orElse(List.of()) : files;
    }

    /**
     * Looks whether there is something to read, without reading it.
     *
     * @throws UnreadableImageException if there is nothing
     * @throws IOException if looking fails
     */
    default void requirePresent(Path root, String value) throws IOException {
        // what is made, not read, is there
        for (String path : paths(value)) {
            new SamplePath(root, path).requireContent();
        }
    }

    /**
     * What the array holds: axes, type, spacing. A reader whose files say it at their beginning reads no more of them.
     *
     * @throws UnreadableImageException if there is no such array or it is damaged
     * @throws IOException if reading fails for another reason
     */
    default ArrayDescription describe(Path root, String value, Map<String, String> options) throws IOException {
        return read(root, value, options, TypedArray::description);
    }

    /**
     * Reads the array.
     *
     * @param root the data set's root folder; a reader reads nothing outside it
     * @param value what the sample's column holds
     * @param options the column's options
     * @throws UnreadableImageException if there is no such array or it is damaged
     * @throws IOException if reading fails for another reason
     */
    TypedArray read(Path root, String value, Map<String, String> options) throws IOException;

    /** What is done with an array that was read. */
    @FunctionalInterface
    interface Use<T> {
        /** Does it; the array is not kept, and may be changed. */
        T of(TypedArray array) throws IOException;
    }

    /**
     * Reads the array and does something with it that needs it no longer afterwards. A reader may let other threads
     * wait meanwhile, so that memory suffices for all.
     *
     * @return what was made of the array
     */
    default <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
        return use.of(read(root, value, options));
    }
}
