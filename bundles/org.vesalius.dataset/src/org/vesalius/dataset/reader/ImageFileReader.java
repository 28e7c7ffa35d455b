// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.decode.ImageDecoders;
import org.vesalius.dataset.decode.OpenedImage;
import org.vesalius.dataset.decode.OpenedStack;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Reads image files: JPEG, PNG, BMP, GIF, TIFF, PGM and PPM. Values stay as they are stored; palettes are
 * resolved, transparency is dropped, the orientation in Exif data and TIFF tags is honoured. What the samples of a file
 * mean is looked up in the file; a kind that isn't known is refused.
 *
 * <p>An image that is not whole is refused, although decoders would fill it up with grey; so is a file of several, unless the column says what
 * its pages are.
 *
 * <p>Threads that read at once wait for each other where their images would not fit into memory together.
 */
public final class ImageFileReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "image";

    /** The option of what the pages of a file are. */
    public static final String PAGES = "pages";
    /** The value of {@link #PAGES} for TIFF files whose equal pages lie one behind the other: arrays have the axis z then. */
    public static final String DEPTH = "depth";

    private static final long MAX_BYTES = 512L << 20;

    private final ImageDecoders decoders = new ImageDecoders();
    private final MemoryBudget memory;

    /** A reader that may take half of Java's memory. */
    public ImageFileReader() {
        this(MemoryBudget.ofThisProcess());
    }

    ImageFileReader(MemoryBudget memory) {
        this.memory = memory;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        try {
            return ContentHash.sha256(new SamplePath(root, value).resolve());
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public List<String> paths(String value) {
        return List.of(value);
    }

    @Override
    public void requirePresent(Path root, String value) throws IOException {
        try {
            Path file = new SamplePath(root, value).resolve();
            length(file);
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        return read(root, value, options, array -> array);
    }

    @Override
    public <T> T read(Path root, String value, Map<String, String> options, Use<T> use) throws IOException {
        return opened(root, value, DEPTH.equals(options.get(PAGES)), image -> use.of(image.pixels().decode()));
    }

    /** The values that a picture is stored with. All of it is decoded, and nothing made of what isn't asked for. */
    StoredRange range(Path root, String value, Map<String, String> options) throws IOException {
        return opened(root, value, DEPTH.equals(options.get(PAGES)), image -> image.range().of());
    }

    /** What is done with an image while there is memory for it. */
    @FunctionalInterface
    private interface Decoding<T> {
        T of(Opened image) throws IOException;
    }

    private <T> T opened(Path root, String value, boolean stack, Decoding<T> decoding) throws IOException {
        try {
            Path file = new SamplePath(root, value).resolve();
            long needed = length(file);
            try (MemoryBudget.Loan forFile = memory.lend(needed)) {
                Opened image = opened(file, stack);
                Optional<MemoryBudget.Loan> forPixels = memory.lendNow(image.bytes());
                if (forPixels.isPresent()) {
                    try (MemoryBudget.Loan both = forPixels.get()) {
                        return decoding.of(image);
                    }
                }
                needed += image.bytes();
            }
            // waited for at once and not while the file is held, else threads could wait for each other for ever
            try (MemoryBudget.Loan forAll = memory.lend(needed)) {
                return decoding.of(opened(file, stack));
            }
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    /** Decodes a picture or a stack. */
    @FunctionalInterface
    private interface Pixels {
        TypedArray decode() throws IOException;
    }

    /** Finds out what values a picture holds. */
    @FunctionalInterface
    private interface Range {
        StoredRange of() throws IOException;
    }

    /** A picture or stack whose header was found sound, and the memory that it takes. */
    private record Opened(long bytes, Pixels pixels, Range range) {
    }

    private Opened opened(Path file, boolean stack) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (stack) {
            OpenedStack opened = decoders.openStack(content);
            return new Opened(opened.bytes(), opened::decode, () -> Picture.of(opened.decode()).range());
        }
        OpenedImage opened = decoders.open(content);
        return new Opened(opened.bytes(), opened::decode, opened::range);
    }

    private static long length(Path file) throws IOException {
        long length = Files.size(file);
        if (length == 0) {
            throw new UnreadableImageException("is empty");
        }
        if (length > MAX_BYTES) {
            throw new UnreadableImageException("is larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        return length;
    }
}
