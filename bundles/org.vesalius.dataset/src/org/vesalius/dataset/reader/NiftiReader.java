// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.volume.NiftiFile;

/**
 * Reads volumes of NIfTI-1 and -2: {@code .nii}, {@code .nii.gz}, or {@code .hdr} with {@code .img}. Their axes are z, y, x
 * and perhaps a fourth, upwards, to the front and to the right of the patient (RAS+), whatever way they are stored. Values
 * are those of the file after its slope and intercept, in the file's own type where it has none. The value {@code nothing in scan.nii} is
 * a mask of the size of that volume that marks nothing.
 *
 * <p>Threads that read at once wait for each other where their volumes would not fit into memory together.
 */
public final class NiftiReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "nifti";

    private static final int SPACE = 3;
    private static final String UNMARKED = "nothing in ";

    private final MemoryBudget memory = MemoryBudget.ofThisProcess();

    /** The value of a mask of the size of a volume, in which nothing is marked: it holds 0 alone. */
    public static String unmarked(String volume) {
        return UNMARKED + volume;
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
        if (value.startsWith(UNMARKED)) {
            return UNMARKED + describe(root, value, options).display();
        }
        try {
            Pair files = Pair.of(root, value);
            String first = ContentHash.sha256(files.header());
            return files.single() ? first : first + "/" + ContentHash.sha256(files.values());
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    @Override
    public List<String> paths(String value) {
        return Pair.paths(volume(value)).distinct().toList();
    }

    @Override
    public ArrayDescription describe(Path root, String value, Map<String, String> options) throws IOException {
        try {
            ArrayDescription description = Pair.of(root, volume(value)).open().description();
            return value.startsWith(UNMARKED) ? unmarked(description) : description;
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    /**
     * Where the first place of an array lies in the patient.
     *
     * @return millimetres to the right, the front and upwards; empty if the file doesn't say it
     * @throws UnreadableImageException if there is no such volume or it is damaged
     */
    public List<Double> origin(Path root, String value) throws IOException {
        try {
            return Pair.of(root, volume(value)).open().origin();
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
        if (value.startsWith(UNMARKED)) {
            ArrayDescription description = describe(root, value, options);
            return use.of(TypedArray.of(description, new byte[description.length()]));
        }
        try {
            NiftiFile file = Pair.of(root, value).open();
            try (MemoryBudget.Loan loan = memory.lend(2 * file.bytes())) {
                return use.of(file.read());
            }
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        }
    }

    private static String volume(String value) {
        return value.startsWith(UNMARKED) ? value.substring(UNMARKED.length()) : value;
    }

    private static ArrayDescription unmarked(ArrayDescription volume) {
        return new ArrayDescription(volume.axes().subList(0, SPACE), ElementType.U8, "", volume.orientation());
    }

    /** The file of the header and that of the values, which may be the same. */
    private record Pair(Path header, Path values) {
        private static final String HEADER = ".hdr";
        private static final String VALUES = ".img";

        static Pair of(Path root, String value) throws IOException {
            List<String> paths = Pair.paths(value).toList();
            Path header = new SamplePath(root, paths.get(0)).resolve();
            return new Pair(header, paths.get(0).equals(paths.get(1)) ? header : new SamplePath(root, paths.get(1)).resolve());
        }

        static Stream<String> paths(String value) {
            String name = value.toLowerCase(Locale.ROOT);
            String packed = name.endsWith(".gz") ? value.substring(value.length() - 3) : "";
            String plain = value.substring(0, value.length() - packed.length());
            if (!name.endsWith(HEADER + packed) && !name.endsWith(VALUES + packed)) {
                return Stream.of(value, value);
            }
            String stem = plain.substring(0, plain.length() - HEADER.length());
            return Stream.of(stem + HEADER + packed, stem + VALUES + packed);
        }

        boolean single() {
            return header.equals(values);
        }

        NiftiFile open() throws IOException {
            return NiftiFile.open(header, values);
        }
    }
}
