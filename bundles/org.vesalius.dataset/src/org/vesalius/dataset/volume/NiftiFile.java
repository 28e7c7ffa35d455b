// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.volume;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A NIfTI file, its header read. Its axes are z, y and x (upwards, to the front, to the right of the patient) and, where
 * there is a fourth, time or channel. Nothing that the header says of sizes is believed before the file is long enough
 * for it.
 */
public final class NiftiFile {
    /** The best that Deflate can pack (zlib, Technical details: 1032 to 1). */
    private static final long BEST_PACKED = 1032;
    private static final int CHUNK_VALUES = 1 << 13;

    private final Path values;
    private final NiftiHeader header;
    private final PatientAxes axes;
    private final ArrayDescription description;

    private NiftiFile(Path values, NiftiHeader header) throws UnreadableImageException {
        this.values = values;
        this.header = header;
        this.axes = PatientAxes.of(header.affine(), header.steps());
        requireExtent();
        this.description = describe();
    }

    /** Places that lie in one spot have no order. */
    private void requireExtent() throws UnreadableImageException {
        for (int axis = 0; axis < axes.steps().length && header.affine().length > 0; axis++) {
            if (axes.steps()[axis] == 0 && header.sizes()[axes.stored()[axis]] > 1) {
                throw new UnreadableImageException("is damaged: by its orientation an axis of it has no extent");
            }
        }
    }

    /**
     * Reads the header.
     *
     * @param file the file, or that of the header of two
     * @param values the file of the values; the same if there is only one
     * @throws UnreadableImageException if it is none that can be read
     * @throws IOException if reading fails
     */
    public static NiftiFile open(Path file, Path values) throws IOException {
        byte[] start;
        try (InputStream in = stream(file)) {
            start = in.readNBytes(NiftiHeader.LONGEST);
        } catch (EOFException | ZipException e) {
            throw new UnreadableImageException("is damaged: it can't be unpacked", e);
        }
        NiftiHeader header = NiftiHeader.of(start);
        if (header.paired() == file.equals(values)) {
            throw new UnreadableImageException(header.paired() ? "is only the header of a volume: its values are missing (.img)"
                    : "says that it holds its values itself, and isn't named so");
        }
        return new NiftiFile(values, header);
    }

    static InputStream stream(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return packed(file) ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : new BufferedInputStream(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static boolean packed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private ArrayDescription describe() throws UnreadableImageException {
        String[] names = {Axis.X, Axis.Y, Axis.Z};
        List<Axis> all = new ArrayList<>();
        for (int axis = 2; axis >= 0; axis--) {
            all.add(new Axis(names[axis], header.sizes()[axes.stored()[axis]], axes.steps()[axis]));
        }
        int fourth = header.sizes()[3];
        if (fourth > 1) {
            all.add(header.timed() ? new Axis(Axis.TIME, fourth, header.steps()[3]) : Axis.of(Axis.CHANNEL, fourth));
        }
        try {
            return new ArrayDescription(all, element(), "", header.affine().length == 0 ? "" : "RAS");
        } catch (IllegalArgumentException e) {
            throw new UnreadableImageException("says that it holds more values than can be read", e);
        }
    }

    private ElementType element() {
        if (header.scaled()) {
            return ElementType.F32;
        }
        return switch (header.type()) {
            case U8 -> ElementType.U8;
            case I8, I16 -> ElementType.I16;
            case U16 -> ElementType.U16;
            // labels may be stored so, and single precision would make one of two
            case I32, U32, I64, U64 -> ElementType.I32;
            case F32, F64 -> ElementType.F32;
        };
    }

    /** What the array holds. */
    public ArrayDescription description() {
        return description;
    }

    /**
     * Where the first place of the array lies in the patient, in millimetres to the right, the front and upwards; empty if the file doesn't
     * say it.
     */
    public List<Double> origin() {
        List<Double> origin = new ArrayList<>();
        for (double[] row : header.affine()) {
            double place = row[3];
            for (int axis = 0; axis < 3; axis++) {
                int stored = axes.stored()[axis];
                place += axes.flipped()[axis] ? row[stored] * (header.sizes()[stored] - 1) : 0;
            }
            origin.add(place);
        }
        return origin;
    }

    /** Memory that reading takes. */
    public long bytes() {
        return description.bytes();
    }

    /**
     * Reads the values.
     *
     * @throws UnreadableImageException if the file is cut off or damaged
     * @throws IOException if reading fails
     */
    public TypedArray read() throws IOException {
        requireLength();
        try (InputStream in = stream(values)) {
            in.skipNBytes(header.offset());
            ArrayTarget target = ArrayTarget.of(description);
            Places places = new Places(header.sizes(), axes);
            fill(in, target, places);
            return target.array(description);
        } catch (EOFException | ZipException e) {
            throw new UnreadableImageException("is truncated or damaged: values of it are missing", e);
        }
    }

    private void requireLength() throws IOException {
        long needed = header.offset() + header.count() * header.type().bytes();
        long length = Files.size(values);
        if (packed(values) ? length * BEST_PACKED < needed : length < needed) {
            throw new UnreadableImageException("is truncated or damaged: its header announces " + needed
                    + " bytes, and it has " + length);
        }
    }

    private void fill(InputStream in, ArrayTarget target, Places places) throws IOException {
        int size = header.type().bytes();
        byte[] chunk = new byte[CHUNK_VALUES * size];
        long left = header.count();
        while (left > 0) {
            int n = (int) Math.min(CHUNK_VALUES, left);
            if (in.readNBytes(chunk, 0, n * size) < n * size) {
                throw new EOFException();
            }
            ByteBuffer stored = ByteBuffer.wrap(chunk).order(header.order());
            for (int i = 0; i < n; i++) {
                double value = header.type().next(stored);
                target.put(places.next(), header.scaled() ? value * header.slope() + header.intercept() : value);
            }
            left -= n;
        }
    }

    /** Where the stored values belong, one after the other: stored x varies fastest, here the last axis does. */
    private static final class Places {
        private final int[] sizes;
        private final int[] strides = new int[4];
        private final int[] place = new int[4];
        private int next;

        Places(int[] sizes, PatientAxes axes) {
            this.sizes = sizes;
            int stride = sizes[3];
            strides[3] = 1;
            for (int axis = 0; axis < 3; axis++) {
                int stored = axes.stored()[axis];
                strides[stored] = axes.flipped()[axis] ? -stride : stride;
                next += axes.flipped()[axis] ? stride * (sizes[stored] - 1) : 0;
                stride *= sizes[stored];
            }
        }

        int next() {
            int now = next;
            for (int axis = 0; axis < 4; axis++) {
                next += strides[axis];
                if (++place[axis] < sizes[axis]) {
                    break;
                }
                next -= strides[axis] * sizes[axis];
                place[axis] = 0;
            }
            return now;
        }
    }
}
