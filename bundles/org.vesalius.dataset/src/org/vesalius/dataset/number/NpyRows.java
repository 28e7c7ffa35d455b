// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;

/**
 * An array of NumPy in a file, its first axis counting rows that are read one by one. Its header is believed only where
 * the file is long enough for it.
 */
public final class NpyRows {
    private final Path file;
    private final NpyHeader header;
    private final long start;

    private NpyRows(Path file, NpyHeader header, long start) {
        this.file = file;
        this.header = header;
        this.start = start;
    }

    /**
     * Reads the header.
     *
     * @throws InvalidArrayException if the file holds no array of numbers, or not all of it, or its rows don't lie
     *         together
     * @throws IOException if reading fails
     */
    public static NpyRows open(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            // not closed: it is the channel's
            InputStream in = Channels.newInputStream(channel);
            NpyHeader header = NpyFormat.header(in);
            long start = channel.position();
            if (channel.size() - start < header.count() * header.type().bytes()) {
                throw new InvalidArrayException("is cut off");
            }
            if (header.columnsFirst() && header.shape().length > 1) {
                throw new InvalidArrayException("is stored column by column (Fortran order); save it with "
                        + "numpy.ascontiguousarray");
            }
            return new NpyRows(file, header, start);
        } catch (EOFException e) {
            throw new InvalidArrayException("is cut off");
        }
    }

    /** Sizes of the axes of the whole array, the rows first. */
    public int[] shape() {
        return header.shape().clone();
    }

    /** The type that numbers are read in. */
    public ElementType type() {
        return header.element();
    }

    /**
     * What a row holds.
     *
     * @param axes names of its axes
     * @throws InvalidArrayException if there are others
     */
    public ArrayDescription describe(List<String> axes) throws InvalidArrayException {
        return describe(axes, Arrays.copyOfRange(header.shape(), 1, Math.max(1, header.shape().length)));
    }

    /** What the whole array holds. */
    public ArrayDescription describeAll(List<String> axes) throws InvalidArrayException {
        return describe(axes, header.shape());
    }

    private ArrayDescription describe(List<String> axes, int[] sizes) throws InvalidArrayException {
        int[] shape = sizes.length == 0 ? new int[] {1} : sizes;
        if (axes.size() != shape.length) {
            throw new InvalidArrayException("holds arrays of " + shape.length + " axes, and its column names " + axes.size());
        }
        try {
            Axis[] named = new Axis[shape.length];
            for (int i = 0; i < named.length; i++) {
                named[i] = Axis.of(axes.get(i), shape[i]);
            }
            return ArrayDescription.of(type(), named);
        } catch (IllegalArgumentException e) {
            throw new InvalidArrayException("holds arrays that can't be read: they are empty, too large, or of more than "
                    + ArrayDescription.MOST_AXES + " axes");
        }
    }

    /**
     * Reads one row.
     *
     * @param row its number, from 0
     * @param axes names of its axes
     * @throws InvalidArrayException if there is no such row
     * @throws IOException if reading fails
     */
    public TypedArray read(int row, List<String> axes) throws IOException {
        if (header.shape().length == 0 || row < 0 || row >= header.shape()[0]) {
            throw new InvalidArrayException("has no row " + row);
        }
        ArrayDescription description = describe(axes);
        return read(start + (long) row * description.length() * header.type().bytes(), description);
    }

    /** Reads the whole array. */
    public TypedArray readAll(List<String> axes) throws IOException {
        return read(start, describeAll(axes));
    }

    private TypedArray read(long position, ArrayDescription description) throws IOException {
        NpyType type = header.type();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(description.length(), type.bytes()));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // goes on where the last read ended
            }
        }
        if (bytes.hasRemaining()) {
            throw new InvalidArrayException("is cut off");
        }
        bytes.flip().order(type.order());
        boolean same = type.isStoredAs(description.type());
        if (same) {
            return TypedArray.takeFrom(bytes, description);
        }
        float[] values = new float[description.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.next(bytes);
        }
        return TypedArray.of(description, values);
    }
}
