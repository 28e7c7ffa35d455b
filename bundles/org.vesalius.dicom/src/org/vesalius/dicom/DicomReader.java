// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.MemoryBudget;
import org.vesalius.dataset.reader.SamplePath;
import org.vesalius.dicom.data.DicomFile;
import org.vesalius.dicom.pixel.DicomImage;
import org.vesalius.dicom.pixel.Volume;

/**
 * Reads DICOM: a file as a picture, a film or a volume ({@link DicomImage}), a folder as the volume of the one series in it
 * ({@link Volume}), {@code folder#1.2.3} as that of the series of this unique identifier. Values are in real units, such as HU.
 *
 * <p>Option {@code window}: what is black and white in a picture, {@code file} for the first window of its header (also without
 * the option), {@code none} for all values there can be, or a centre and a width such as {@code 40,400}.
 *
 * <p>Threads that read at once wait for each other where their arrays would not fit into memory together.
 */
public final class DicomReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "dicom";
    /** Stands between a folder and the unique identifier of a series. */
    public static final String SERIES_MARK = "#";

    private final MemoryBudget memory = MemoryBudget.ofThisProcess();
    private final SeriesIndex index = new SeriesIndex();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String fingerprint(Path root, String value, Map<String, String> options) throws IOException {
        try {
            Source source = source(root, value);
            if (source.series().isEmpty()) {
                return ContentHash.sha256(source.path());
            }
            StringBuilder all = new StringBuilder();
            for (Path file : source.series().get().paths()) {
                all.append(ContentHash.sha256(file)).append('\n');
            }
            return ContentHash.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    /** A folder may stand there as well, of whose files the series is found out. */
    @Override
    public List<String> paths(String value) {
        return marked(value) ? List.of() : List.of(value);
    }

    @Override
    public Optional<Path> file(Path root, String value) throws IOException {
        try {
            Source source = source(root, value);
            return source.series().isPresent() ? Optional.empty() : Optional.of(source.path());
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public List<Path> files(Path root, String value) throws IOException {
        try {
            Source source = source(root, value);
            return source.series().isPresent() ? source.series().get().paths() : List.of(source.path());
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public void requirePresent(Path root, String value) throws IOException {
        try {
            source(root, value);
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public ArrayDescription describe(Path root, String value, Map<String, String> options) throws IOException {
        try {
            return source(root, value).pixels(options).description();
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
        try {
            Pixels pixels = source(root, value).pixels(options);
            try (MemoryBudget.Loan loan = memory.lend(pixels.bytes())) {
                return use.of(pixels.decoder().read());
            }
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    private static boolean marked(String value) {
        int mark = value.lastIndexOf(SERIES_MARK);
        return mark > 0 && value.substring(mark + 1).matches("[0-9.]{1,64}");
    }

    private Source source(Path root, String value) throws IOException {
        int mark = value.lastIndexOf(SERIES_MARK);
        boolean marked = marked(value);
        Path named = new SamplePath(root, marked ? value.substring(0, mark) : value).resolveAny();
        if (marked && !Files.isDirectory(named)) {
            throw new UnreadableImageException("names a series in a file that is no folder");
        }
        if (!Files.isDirectory(named)) {
            return new Source(named, Optional.empty());
        }
        Optional<String> uid = marked ? Optional.of(value.substring(mark + 1)) : Optional.empty();
        return new Source(named, Optional.of(new SeriesFiles(named, uid, index)));
    }

    /** Reads an array that is described. */
    @FunctionalInterface
    private interface Decoder {
        TypedArray read() throws IOException;
    }

    /**
     * What is decoded frame by frame.
     *
     * @param frames how many
     */
    private record Pixels(ArrayDescription description, int frames, Decoder decoder) {
        /** While a frame is decoded, its values are held in up to four forms of four bytes each. */
        private static final long COPIES = 16;

        /** Bytes of memory that it takes. */
        long bytes() {
            return description.bytes() + COPIES * (description.length() / frames);
        }
    }

    /**
     * What a value names.
     *
     * @param path the file or folder
     * @param series the files of a series, if it is a folder
     */
    private record Source(Path path, Optional<SeriesFiles> series) {

        Pixels pixels(Map<String, String> options) throws IOException {
            if (series.isPresent()) {
                List<Volume.Slice> slices = series.get().slices();
                Volume volume = Volume.of(slices);
                return new Pixels(volume.description(), slices.size(), volume::read);
            }
            if (Files.size(path) == 0) {
                throw new UnreadableImageException("is empty");
            }
            DicomImage image = DicomImage.of(DicomFile.open(path));
            return new Pixels(image.description(options), image.frames(), () -> image.read(options));
        }

        /** Without the path, which may tell who the patient is. */
        @Override
        public String toString() {
            return "Source";
        }
    }
}
