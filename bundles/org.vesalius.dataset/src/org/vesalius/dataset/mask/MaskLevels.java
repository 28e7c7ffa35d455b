// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Which categories the values in files of masks are. A value is a level of grey as it is stored, or a colour as
 * 65536 · red + 256 · green + blue, written {@code #rrggbb}.
 *
 * @param ranges of values and their categories
 */
public record MaskLevels(List<Range> ranges) {
    /** The most categories. */
    public static final int MOST = 256;
    /** Added to colours, so that none is a level of grey. */
    static final int COLOR = 1 << 24;

    private static final int MOST_COLORS = 4096;

    /** Copies the list. */
    public MaskLevels {
        ranges = List.copyOf(ranges);
    }

    /**
     * Values from the first to the last.
     *
     * @param low the first
     * @param high the last
     * @param category which they are, 0 for none
     */
    public record Range(int low, int high, int category) {

        @Override
        public String toString() {
            return MaskLevels.text(low) + (low == high ? "" : "-" + MaskLevels.text(high)) + "=" + category;
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws UnreadableImageException if it is no such text
     */
    static MaskLevels parse(String text) throws UnreadableImageException {
        List<Range> ranges = new ArrayList<>();
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] sides = range.split("=", -1);
            if (sides.length != 2 || !sides[1].matches("\\d{1,3}")) {
                throw new UnreadableImageException("is a mask of a column whose levels can't be understood: " + range);
            }
            int[] bounds = bounds(sides[0]);
            ranges.add(new Range(bounds[0], bounds[1], Integer.parseInt(sides[1])));
        }
        return new MaskLevels(ranges);
    }

    /**
     * The first and the last of values written {@code 3}, {@code 128-255} or {@code #ff0000}.
     *
     * @throws UnreadableImageException if it is no such text
     */
    public static int[] bounds(String text) throws UnreadableImageException {
        if (text.matches("#[0-9a-fA-F]{6}")) {
            int color = COLOR + Integer.parseInt(text.substring(1), 16);
            return new int[] {color, color};
        }
        String[] numbers = text.split("-", 2);
        if (!Arrays.stream(numbers).allMatch(number -> number.matches("\\d{1,5}"))) {
            throw new UnreadableImageException("'" + text + "' is no level of masks");
        }
        return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[numbers.length - 1])};
    }

    /** A value as it is written. */
    public static String text(int value) {
        return value < COLOR ? Integer.toString(value) : String.format(Locale.ROOT, "#%06x", value - COLOR);
    }

    /** The category of a value; -1 if it isn't listed. */
    int category(int value) {
        for (Range range : ranges) {
            if (value >= range.low() && value <= range.high()) {
                return range.category();
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }

    /**
     * The values in a mask as it is stored. Of a photograph, which has thousands of colours, not all are looked for.
     *
     * @param array what an {@link ImageFileReader} read
     * @return how many places each value has
     * @throws UnreadableImageException if it is no picture of whole numbers
     */
    public static Map<Integer, Integer> found(TypedArray array) throws IOException {
        TreeMap<Integer, Integer> found = new TreeMap<>();
        int last = -1;
        int run = 0;
        for (int value : StoredMask.of(array).values()) {
            if (value != last && run > 0) {
                found.merge(last, run, Integer::sum);
                run = 0;
                if (found.size() > MOST_COLORS && found.lastKey() >= COLOR) {
                    return found;
                }
            }
            last = value;
            run++;
        }
        found.merge(last, run, Integer::sum);
        return found;
    }
}

/**
 * The values of a mask in its file.
 *
 * @param size rows and columns
 * @param values levels of grey, or colours
 */
record StoredMask(int[] size, int[] values) {

    static StoredMask of(TypedArray array) throws UnreadableImageException {
        TypedArray picture = Picture.of(array).array();
        int[] shape = picture.description().shape();
        int[] values = new int[shape[0] * shape[1]];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape[2] == 1 ? grey(picture.value(i)) : color(picture, 3 * i);
        }
        return new StoredMask(Arrays.copyOf(shape, 2), values);
    }

    private static int grey(double value) throws UnreadableImageException {
        if (value != Math.rint(value) || value < 0 || value > 65_535) {
            throw new UnreadableImageException("is a mask that holds other values than the whole numbers 0 to 65535");
        }
        return (int) value;
    }

    /** Grey that is stored as a colour is grey. */
    private static int color(TypedArray picture, int place) throws UnreadableImageException {
        int red = grey(picture.value(place));
        int green = grey(picture.value(place + 1));
        int blue = grey(picture.value(place + 2));
        return red == green && green == blue ? red : MaskLevels.COLOR + ((red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF);
    }

    /** Marks places by the category given or, if it is 0, by those of the levels. */
    void mark(byte[] united, int category, MaskLevels levels, int count) throws UnreadableImageException {
        for (int i = 0; i < values.length; i++) {
            int own = category == 0 || !levels.ranges().isEmpty() ? levels.category(values[i]) : values[i] == 0 ? 0 : category;
            if (own < 0) {
                throw new UnreadableImageException("is a mask that holds the value " + MaskLevels.text(values[i])
                        + ", which is none of the levels of its column");
            }
            int marked = category > 0 && own > 0 ? category : own;
            if (marked >= count) {
                throw new UnreadableImageException("is a mask of a category that its column doesn't list");
            }
            united[i] = marked > 0 ? (byte) marked : united[i];
        }
    }
}
