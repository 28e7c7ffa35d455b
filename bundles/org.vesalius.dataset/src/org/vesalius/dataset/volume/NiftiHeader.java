// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * What the header of a NIfTI file says, found sound. Source: nifti1.h and nifti2.h of the NIfTI working group,
 * https://nifti.nimh.nih.gov.
 *
 * @param order of the bytes
 * @param paired whether the values stand in a file of their own
 * @param sizes of the axes x, y, z and the fourth, 1 where there is none
 * @param timed whether the fourth axis is time
 * @param type of the values as stored
 * @param offset where the values begin
 * @param slope factor on stored values; 0 for none
 * @param intercept added to them then
 * @param steps distances along x, y and z in millimetres and along the fourth axis in seconds
 * @param affine rows of the matrix that brings voxels to millimetres to the right, the front and upwards, the place of the first voxel
 *        in the fourth column; empty if the file doesn't say it
 */
record NiftiHeader(ByteOrder order, boolean paired, int[] sizes, boolean timed, NiftiType type, long offset,
        double slope, double intercept, double[] steps, double[][] affine) {
    /** Bytes of the longer of the two kinds of header. */
    static final int LONGEST = 540;

    private static final int FIRST = 348;
    private static final int MOST_AXES = 7;
    private static final int TIME_UNITS = 0x38;

    /**
     * The header that a file begins with.
     *
     * @throws UnreadableImageException if it is none, or of something that can't be read
     */
    static NiftiHeader of(byte[] start) throws UnreadableImageException {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if (start.length < FIRST) {
            throw new UnreadableImageException("is no NIfTI file: it is shorter than a header");
        }
        bytes.order(known(bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(0)) ? ByteOrder.LITTLE_ENDIAN
                : ByteOrder.BIG_ENDIAN);
        if (!known(bytes.getInt(0))) {
            throw new UnreadableImageException("is no NIfTI file");
        }
        return bytes.getInt(0) == FIRST ? new Fields(bytes, false).header() : second(bytes);
    }

    private static boolean known(int length) {
        return length == FIRST || length == LONGEST;
    }

    private static NiftiHeader second(ByteBuffer bytes) throws UnreadableImageException {
        if (bytes.capacity() < LONGEST) {
            throw new UnreadableImageException("is no NIfTI file: it is shorter than a header");
        }
        return new Fields(bytes, true).header();
    }

    /** Whether values have to be scaled. */
    boolean scaled() {
        return slope != 0 && (slope != 1 || intercept != 0);
    }

    /** How many values there are. */
    long count() {
        long count = 1;
        for (int size : sizes) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    /** The fields where each version has them. */
    private record Fields(ByteBuffer bytes, boolean second) {

        NiftiHeader header() throws UnreadableImageException {
            String magic = new String(Arrays.copyOfRange(bytes.array(), second ? 4 : 344, second ? 7 : 347),
                    StandardCharsets.ISO_8859_1);
            String version = second ? "2" : "1";
            if (!magic.equals("n+" + version) && !magic.equals("ni" + version)) {
                throw new UnreadableImageException("is of the format Analyze, which doesn't tell left from right; convert it to "
                        + "NIfTI");
            }
            int units = second ? bytes.getInt(500) : bytes.get(123);
            double slope = second ? bytes.getDouble(176) : bytes.getFloat(112);
            double intercept = second ? bytes.getDouble(184) : bytes.getFloat(116);
            return new NiftiHeader(bytes.order(), magic.charAt(1) == 'i', sizes(), (units & TIME_UNITS) != 0,
                    NiftiType.of(bytes.getShort(second ? 12 : 70)), offset(magic.charAt(1) == 'i'),
                    Double.isFinite(slope) ? slope : 0, intercept(slope, intercept), steps(units), affine(units));
        }

        private static double intercept(double slope, double intercept) throws UnreadableImageException {
            if (Double.isFinite(slope) && slope != 0 && !Double.isFinite(intercept)) {
                throw new UnreadableImageException("is damaged: what is added to its values is no number");
            }
            return Double.isFinite(intercept) ? intercept : 0;
        }

        private int[] sizes() throws UnreadableImageException {
            long rank = dim(0);
            if (rank < 1 || rank > MOST_AXES) {
                throw new UnreadableImageException("is damaged: its header names " + rank + " axes");
            }
            int[] sizes = {1, 1, 1, 1};
            for (int axis = 1; axis <= rank; axis++) {
                long size = dim(axis);
                if (size < 1 || size > Integer.MAX_VALUE) {
                    throw new UnreadableImageException("is damaged: its header names an axis of " + size + " places");
                }
                int place = Math.min(axis - 1, 3);
                if (place == 3 && sizes[3] > 1 && size > 1) {
                    throw new UnreadableImageException("has more than four axes");
                }
                sizes[place] = place < 3 ? (int) size : Math.max(sizes[3], (int) size);
            }
            return sizes;
        }

        private long dim(int axis) {
            return second ? bytes.getLong(16 + 8 * axis) : bytes.getShort(40 + 2 * axis);
        }

        private double pixdim(int axis) {
            return second ? bytes.getDouble(104 + 8 * axis) : bytes.getFloat(76 + 4 * axis);
        }

        private long offset(boolean paired) throws UnreadableImageException {
            double told = second ? bytes.getLong(168) : bytes.getFloat(108);
            int least = paired ? 0 : second ? LONGEST : FIRST;
            if (!(told >= 0 && told <= Integer.MAX_VALUE) || told != Math.rint(told)) {
                throw new UnreadableImageException("is damaged: its header doesn't say where the values begin");
            }
            return (long) Math.max(told, least);
        }

        private double[] steps(int units) {
            double[] steps = new double[4];
            for (int axis = 0; axis < steps.length; axis++) {
                double step = Math.abs(pixdim(axis + 1)) * (axis < 3 ? millimetres(units) : seconds(units));
                steps[axis] = Double.isFinite(step) ? step : 0;
            }
            return steps;
        }

        /** Files that don't say it mean millimetres. */
        private static double millimetres(int units) {
            return switch (units & 7) {
                case 1 -> 1000;
                case 3 -> 0.001;
                default -> 1;
            };
        }

        private static double seconds(int units) {
            return switch (units & TIME_UNITS) {
                case 8 -> 1;
                case 16 -> 1e-3;
                case 24 -> 1e-6;
                default -> 0;
            };
        }

        private double[][] affine(int units) throws UnreadableImageException {
            int sform = second ? bytes.getInt(348) : bytes.getShort(254);
            int qform = second ? bytes.getInt(344) : bytes.getShort(252);
            double[][] affine = sform > 0 ? sform() : qform > 0 ? qform() : new double[0][];
            for (double[] row : affine) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= millimetres(units);
                    if (!Double.isFinite(row[i])) {
                        throw new UnreadableImageException("is damaged: its orientation holds no numbers");
                    }
                }
            }
            return affine;
        }

        private double[][] sform() {
            double[][] rows = new double[3][4];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    rows[row][column] = second ? bytes.getDouble(400 + 32 * row + 8 * column)
                            : bytes.getFloat(280 + 16 * row + 4 * column);
                }
            }
            return rows;
        }

        /** The rotation of the quaternion, its columns as long as the steps, those of 0 taken for 1 (nifti1.h, METHOD 2). */
        private double[][] qform() {
            double b = quaternion(0);
            double c = quaternion(1);
            double d = quaternion(2);
            double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
            double[][] rotation = {{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c), quaternion(3)},
                {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b), quaternion(4)},
                {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c, quaternion(5)}};
            double side = pixdim(0) == -1 ? -1 : 1;
            for (double[] row : rotation) {
                for (int axis = 0; axis < 3; axis++) {
                    row[axis] *= (pixdim(axis + 1) == 0 ? 1 : Math.abs(pixdim(axis + 1))) * (axis == 2 ? side : 1);
                }
            }
            return rotation;
        }

        /** Three of its parameters, and then the place of the first voxel. */
        private double quaternion(int number) {
            return second ? bytes.getDouble(352 + 8 * number) : bytes.getFloat(256 + 4 * number);
        }
    }
}

/** The types of values in NIfTI files that can be read. */
enum NiftiType {
    U8(1), I8(1), I16(2), U16(2), I32(4), U32(4), I64(8), U64(8), F32(4), F64(8);

    private final int bytes;

    NiftiType(int bytes) {
        this.bytes = bytes;
    }

    static NiftiType of(int code) throws UnreadableImageException {
        return switch (code) {
            case 2 -> U8;
            case 4 -> I16;
            case 8 -> I32;
            case 16 -> F32;
            case 64 -> F64;
            case 256 -> I8;
            case 512 -> U16;
            case 768 -> U32;
            case 1024 -> I64;
            case 1280 -> U64;
            case 32, 1792, 2048 -> throw new UnreadableImageException("holds complex numbers");
            case 128, 2304 -> throw new UnreadableImageException("holds colours; convert it to channels of numbers");
            default -> throw new UnreadableImageException("holds values of a type that can't be read (" + code + ")");
        };
    }

    /** Bytes of one value. */
    int bytes() {
        return bytes;
    }

    /** The next value. */
    double next(ByteBuffer from) {
        return switch (this) {
            case U8 -> from.get() & 0xFF;
            case I8 -> from.get();
            case I16 -> from.getShort();
            case U16 -> from.getShort() & 0xFFFF;
            case I32 -> from.getInt();
            case U32 -> from.getInt() & 0xFFFFFFFFL;
            case I64 -> from.getLong();
            case U64 -> {
                long value = from.getLong();
                yield value >= 0 ? value : (value >>> 1) * 2.0;
            }
            case F32 -> from.getFloat();
            case F64 -> from.getDouble();
        };
    }
}
