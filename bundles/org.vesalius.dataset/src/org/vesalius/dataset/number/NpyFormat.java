// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Single arrays as NumPy stores them, versions 1.0, 2.0 and 3.0. Arrays of Python objects, which would run code, are
 * refused. Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
 */
public final class NpyFormat {
    /** The most numbers of one array: 1 GiB in single precision. */
    public static final int MOST_NUMBERS = 1 << 28;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    /** Bytes that may stand before the numbers. */
    static final int MOST_BEFORE_NUMBERS = LONGEST_HEADER + 16;
    private static final int MOST_AXES = 32;
    private static final int CHUNK_NUMBERS = 1 << 13;
    private static final int ALIGNMENT = 64;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    private NpyFormat() {
    }

    /**
     * Reads an array; no more is read of the stream than the array's own header announces.
     *
     * @throws InvalidArrayException if it is none of numbers, too large, or cut off
     * @throws IOException if reading fails
     */
    public static NumberArray read(InputStream in) throws IOException {
        try {
            NpyHeader header = header(in);
            int[] shape = header.shape();
            if (header.count() > MOST_NUMBERS) {
                throw new InvalidArrayException("is larger than " + MOST_NUMBERS + " numbers");
            }
            float[] values = values(in, header.type(), (int) header.count());
            return new NumberArray(shape, header.columnsFirst() ? rowsFirst(shape, values) : values);
        } catch (EOFException e) {
            throw new InvalidArrayException("is cut off");
        }
    }

    /**
     * Writes an array of 32-bit floats in version 1.0; the stream stays open.
     *
     * @throws IOException if writing fails
     */
    public static void write(NumberArray array, OutputStream out) throws IOException {
        String sizes = Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes
                + (array.shape().length == 1 ? ",), }" : "), }");
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        String header = text + " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT) + "\n";
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_NUMBERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < array.values().length; i += CHUNK_NUMBERS) {
            int n = Math.min(CHUNK_NUMBERS, array.values().length - i);
            chunk.clear().asFloatBuffer().put(array.values(), i, n);
            out.write(chunk.array(), 0, n * Float.BYTES);
        }
    }

    /**
     * Reads the header of an array; the stream stands at its numbers then.
     *
     * @throws InvalidArrayException if it is none of numbers
     * @throws IOException if reading fails
     */
    static NpyHeader header(InputStream in) throws IOException {
        String header = text(in);
        return new NpyHeader(shape(find(SHAPE, header)), NpyType.of(find(TYPE, header)),
                find(ORDER, header).equals("True"));
    }

    private static String text(InputStream in) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2);
        if (!Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
            throw new InvalidArrayException("is no array of NumPy");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new InvalidArrayException("is of version " + version + " of NumPy's format, which is not known here");
        }
        ByteBuffer length = ByteBuffer.wrap(exactly(in, version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        long bytes = version == 1 ? length.getShort() & 0xFFFF : length.getInt() & 0xFFFFFFFFL;
        if (bytes > LONGEST_HEADER) {
            throw new InvalidArrayException("has a header that is too long");
        }
        return new String(exactly(in, (int) bytes), version == 3 ? StandardCharsets.UTF_8
                : StandardCharsets.ISO_8859_1);
    }

    private static String find(Pattern pattern, String header) throws InvalidArrayException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new InvalidArrayException("holds no plain numbers, or its header is damaged");
        }
        return matcher.group(1);
    }

    private static int[] shape(String text) throws InvalidArrayException {
        String[] sizes = Arrays.stream(text.split(",")).map(String::strip).filter(size -> !size.isEmpty())
                .toArray(String[]::new);
        int[] shape = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            boolean small = sizes.length <= MOST_AXES && sizes[i].length() < 10 && sizes[i].indexOf(' ') < 0;
            shape[i] = small ? Integer.parseInt(sizes[i]) : Integer.MAX_VALUE;
            if (!small) {
                throw new InvalidArrayException("is larger than " + MOST_NUMBERS + " numbers");
            }
        }
        return shape;
    }

    /**
     * Reads the numbers of an array as they would be written, a list for each place along the first axis: ids and labels keep digits
     * that single precision has no room for, and what is NaN is empty.
     *
     * @param width most numbers of a place
     * @throws InvalidArrayException if it is none of numbers, too large, or cut off
     * @throws IOException if reading fails
     */
    static List<List<String>> texts(InputStream in, int width) throws IOException {
        NpyHeader header = header(in);
        int rows = header.shape().length == 0 ? 0 : header.shape()[0];
        if (header.count() > MOST_NUMBERS || header.count() > (long) rows * width) {
            throw new InvalidArrayException("holds more than " + width + " numbers a sample, or is larger than " + MOST_NUMBERS
                    + " numbers");
        }
        int count = (int) header.count();
        int columns = rows == 0 ? 0 : count / rows;
        boolean columnsFirst = header.columnsFirst() && header.shape().length > 1;
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < rows && columns > 0; i++) {
            texts.add(columnsFirst ? new ArrayList<>() : row(in, header.type(), columns));
        }
        for (int i = 0; columnsFirst && i < columns; i++) {
            List<String> column = row(in, header.type(), rows);
            for (int row = 0; row < rows; row++) {
                texts.get(row).add(column.get(row));
            }
        }
        return texts;
    }

    private static List<String> row(InputStream in, NpyType type, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(exactly(in, Math.multiplyExact(count, type.bytes()))).order(type.order());
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(type.text(bytes));
        }
        return texts;
    }

    private static float[] values(InputStream in, NpyType type, int count) throws IOException {
        float[] values = new float[0];
        for (int done = 0; done < count;) {
            int n = Math.min(CHUNK_NUMBERS, count - done);
            ByteBuffer chunk = ByteBuffer.wrap(exactly(in, n * type.bytes())).order(type.order());
            if (done + n > values.length) {
                // grown as the numbers come, so that a short file that announces many takes no memory for them
                values = Arrays.copyOf(values, (int) Math.min(count, Math.max(done + n, 2L * values.length)));
            }
            for (int i = 0; i < n; i++) {
                values[done++] = type.next(chunk);
            }
        }
        return values;
    }

    /** Brings numbers whose first axis varies fastest into the order of this house. */
    private static float[] rowsFirst(int[] shape, float[] values) {
        float[] ordered = new float[values.length];
        int[] strides = new int[shape.length];
        for (int axis = 0, stride = 1; axis < shape.length; stride *= shape[axis++]) {
            strides[axis] = stride;
        }
        int[] place = new int[shape.length];
        for (int i = 0, from = 0; i < ordered.length; i++) {
            ordered[i] = values[from];
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++place[axis] < shape[axis]) {
                    break;
                }
                from -= strides[axis] * shape[axis];
                place[axis] = 0;
            }
        }
        return ordered;
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
