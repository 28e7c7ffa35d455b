// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpyRows;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Reads arrays of NumPy: {@code scans.npy} is the whole array, {@code scans.npy/17} its row of that number, from 0. The
 * column's option {@value #AXES} names the axes, such as {@code y,x,channel}; without it they are {@code time}; {@code y, x};
 * {@code y, x, channel} where the last has 1 or 3 places, else {@code z, y, x}; {@code z, y, x, channel}.
 */
public final class NpyReader implements ColumnReader {
    /** This reader's id. */
    public static final String ID = "npy";
    /** The option that names the axes. */
    public static final String AXES = "axes";

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
        TypedArray array = read(root, value, options);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, array.description().bytes()));
        array.putInto(bytes);
        return array.description().display() + "/" + ContentHash.sha256(bytes.array());
    }

    @Override
    public List<String> paths(String value) throws UnreadableImageException {
        return List.of(Place.of(value).path());
    }

    @Override
    public ArrayDescription describe(Path root, String value, Map<String, String> options) throws IOException {
        return open(root, value, (rows, row) -> {
            List<String> axes = axes(options, rows.shape(), row < 0 ? 0 : 1);
            return row < 0 ? rows.describeAll(axes) : rows.describe(axes);
        });
    }

    @Override
    public TypedArray read(Path root, String value, Map<String, String> options) throws IOException {
        return open(root, value, (rows, row) -> {
            List<String> axes = axes(options, rows.shape(), row < 0 ? 0 : 1);
            return row < 0 ? rows.readAll(axes) : rows.read(row, axes);
        });
    }

    /** What is done with an opened file. */
    @FunctionalInterface
    private interface RowsUse<T> {
        T of(NpyRows rows, int row) throws IOException;
    }

    private static <T> T open(Path root, String value, RowsUse<T> use) throws IOException {
        try {
            Place place = Place.of(value);
            return use.of(NpyRows.open(new SamplePath(root, place.path()).resolve()), place.row());
        } catch (FileSystemException e) {
            throw SamplePath.withoutName(e);
        } catch (InvalidArrayException e) {
            throw new UnreadableImageException(e.getMessage(), e);
        }
    }

    private static List<String> axes(Map<String, String> options, int[] shape, int first) {
        String named = options.getOrDefault(AXES, "");
        if (!named.isBlank()) {
            return Arrays.stream(named.split(",")).map(String::strip).toList();
        }
        int[] sizes = Arrays.copyOfRange(shape, Math.min(first, shape.length), shape.length);
        int last = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
        return usualAxes(sizes.length, last);
    }

    /**
     * What arrays of a rank mostly are.
     *
     * @param rank number of axes
     * @param last size of the last
     */
    public static List<String> usualAxes(int rank, int last) {
        return switch (rank) {
            case 0, 1 -> List.of(Axis.TIME);
            case 2 -> List.of(Axis.Y, Axis.X);
            case 3 -> last == 1 || last == 3 ? List.of(Axis.Y, Axis.X, Axis.CHANNEL) : List.of(Axis.Z, Axis.Y, Axis.X);
            default -> List.of(Axis.Z, Axis.Y, Axis.X, Axis.CHANNEL);
        };
    }

    /** The path of the file and the row, −1 for all. */
    private record Place(String path, int row) {
        private static final Pattern ROW = Pattern.compile("(.*\\.npy)/(\\d{1,9})", Pattern.CASE_INSENSITIVE);

        static Place of(String value) throws UnreadableImageException {
            Matcher matcher = ROW.matcher(value);
            if (matcher.matches()) {
                return new Place(matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
            if (!value.toLowerCase(Locale.ROOT).endsWith(".npy")) {
                throw new UnreadableImageException("names no array: it should read like scans.npy/17");
            }
            return new Place(value, -1);
        }
    }
}
