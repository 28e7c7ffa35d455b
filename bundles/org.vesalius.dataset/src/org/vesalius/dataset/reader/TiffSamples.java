// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vesalius.dataset.array.HalfPrecision;

/** Takes the samples of a row out of the bytes of a TIFF tile. */
record TiffSamples(SampleType type, ByteOrder order) {

    /**
     * Reads samples that stand together.
     *
     * @param tile the bytes
     * @param start where the row begins
     * @param row filled with samples from the beginning of the row
     */
    void read(byte[] tile, int start, float[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(tile, start, tile.length - start).slice().order(order);
        for (int i = 0; i < row.length; i++) {
            row[i] = type.floating() ? floating(bytes, i) : (float) integer(bytes, i);
        }
    }

    private float floating(ByteBuffer bytes, int i) {
        return switch (type.bits()) {
            case 16 -> HalfPrecision.toFloat(bytes.getShort(2 * i));
            case 32 -> bytes.getFloat(4 * i);
            default -> (float) bytes.getDouble(8 * i);
        };
    }

    private double integer(ByteBuffer bytes, int i) {
        return switch (type.bits()) {
            case 8 -> type.signed() ? bytes.get(i) : bytes.get(i) & 0xFF;
            case 16 -> type.signed() ? bytes.getShort(2 * i) : bytes.getShort(2 * i) & 0xFFFF;
            case 32 -> type.signed() ? bytes.getInt(4 * i) : bytes.getInt(4 * i) & 0xFFFFFFFFL;
            case 24 -> threeBytes(bytes, 3 * i);
            default -> packed(bytes, (long) i * type.bits());
        };
    }

    private int threeBytes(ByteBuffer bytes, int at) {
        boolean big = order == ByteOrder.BIG_ENDIAN;
        return (bytes.get(at + (big ? 0 : 2)) & 0xFF) << 16 | (bytes.get(at + 1) & 0xFF) << 8
                | bytes.get(at + (big ? 2 : 0)) & 0xFF;
    }

    /** Samples that don't fill bytes are packed with the highest bit first, in either byte order. */
    private long packed(ByteBuffer bytes, long firstBit) {
        long value = 0;
        for (long bit = firstBit; bit < firstBit + type.bits(); bit++) {
            value = value << 1 | bytes.get((int) (bit >> 3)) >> 7 - (bit & 7) & 1;
        }
        return value;
    }
}
