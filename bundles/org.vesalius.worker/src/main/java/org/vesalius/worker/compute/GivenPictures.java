// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.compute;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.DepthRule;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.worker.predict.EncodedSamples;
import org.vesalius.worker.spi.Tensor;

/**
 * Images that are given for an input. Those whose files don't say what is black and white get the same black and white, as
 * an import of them into a data set would find it. Each is decoded once, while those whose values are looked at again
 * fit into the room for them.
 *
 * @param input name of the input
 * @param shape height, width and channels
 * @param files the images
 * @param scale what their values 0…255 are multiplied by
 * @param room bytes that decoded images may take
 */
record GivenPictures(String input, int[] shape, List<Path> files, String scale, long room) {
    private static final int PART_OF_MEMORY = 4;

    GivenPictures(String input, int[] shape, List<Path> files, String scale) {
        this(input, shape, files, scale, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /**
     * The numbers of the images.
     *
     * @param told is told what was found to be black and white
     * @throws ReportedException if one can't be read
     * @throws IOException if the disk can't be read
     */
    Tensor read(ColumnReaders readers, Consumer<String> told) throws IOException {
        Column plain = Column.image(input, ImageFileReader.ID, Map.of("scale", scale));
        NotedPictures noted = new NotedPictures(readers.of(plain), room);
        ColumnReaders noting = new ColumnReaders(List.of(noted));
        EncodedSamples samples = samples(plain, noting);
        EncodedSamples.Encoded encoded = samples.encode(0, files.size());
        DepthRule depth = noted.rule(files);
        depth.remarks().forEach(told);
        if (!depth.options().isEmpty()) {
            Map<String, String> options = new TreeMap<>(depth.options());
            options.putAll(plain.options());
            samples = samples(plain.with(options), noting);
            encoded = samples.encode(0, files.size());
        }
        requireReadable(samples.unreadable());
        return Objects.requireNonNull(encoded.batch().inputs().get(input));
    }

    private EncodedSamples samples(Column column, ColumnReaders readers) {
        return EncodedSamples.ofFiles(input, column, shape, files, readers);
    }

    private void requireReadable(Map<Integer, String> unreadable) {
        if (!unreadable.isEmpty()) {
            Map.Entry<Integer, String> first = unreadable.entrySet().iterator().next();
            throw new ReportedException(ErrorKind.INVALID_INPUT, unreadable.size() + " of " + files.size()
                    + " images can't be read; the first, image " + (first.getKey() + 1) + ", " + first.getValue(),
                    "Repair it, or leave it out");
        }
    }
}

/**
 * Reads through another reader, and notes the values that each picture is stored with. Those that have no scale of their own
 * are kept for when it is known, while there is room.
 */
final class NotedPictures implements ColumnReader {
    private final ColumnReader reader;
    private final AtomicLong room;
    private final Map<Path, StoredRange> ranges = new ConcurrentHashMap<>();
    private final Map<Path, TypedArray> kept = new ConcurrentHashMap<>();

    NotedPictures(ColumnReader reader, long room) {
        this.reader = reader;
        this.room = new AtomicLong(room);
    }

    @Override
    public String id() {
        return reader.id();
    }

    @Override
    public String version() {
        return reader.version();
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        return reader.fingerprint(root, value, options);
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        return read(root, value, options, array -> array);
    }

    @Override
    public <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
        Path file = root.resolve(value);
        TypedArray before = kept.remove(file);
        return before != null ? use.of(before) : reader.read(root, value, options, array -> {
            note(file, array);
            return use.of(array);
        });
    }

    private void note(Path file, TypedArray array) throws UnreadableImageException {
        StoredRange range = Picture.of(array).range();
        boolean isNew = ranges.put(file, range) == null;
        if (isNew && range.scale() != StoredRange.Scale.OWN && room.addAndGet(-array.description().bytes()) >= 0) {
            kept.put(file, copy(array));
        }
    }

    /** Whoever uses an array may change it. */
    private static TypedArray copy(TypedArray array) {
        ByteBuffer values = ByteBuffer.allocate(Math.toIntExact(array.description().bytes()));
        array.putInto(values);
        return TypedArray.takeFrom(values.flip(), array.description());
    }

    /** What is black and white in these files. */
    DepthRule rule(List<Path> files) {
        return new DepthRule(files.stream().map(file -> ranges.get(file.toAbsolutePath().normalize())).toList());
    }
}
