// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vesalius.dataset.number.HalfPrecision;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Undoes the differences that a TIFF tile stores in place of its samples (TIFF 6.0, section 14, and its supplement 3).
 */
final class TiffPredictor {
    private static final int NONE = 1;
    private static final int HORIZONTAL = 2;
    private static final int FLOATING = 3;

    private final int kind;
    private final TiffLayout layout;

    TiffPredictor(int kind, TiffLayout layout) throws UnreadableImageException {
        int bits = layout.type().bits();
        boolean bytes = bits == 8 || bits == 16 || bits == 32;
        boolean known = kind == NONE || kind == HORIZONTAL && bytes || kind == FLOATING && layout.type().floating();
        if (!known) {
            throw new UnreadableImageException("is a TIFF whose predictor (" + kind + ") can't be read for samples of "
                    + bits + " bits");
        }
        this.kind = kind;
        this.layout = layout;
    }

    /** The byte order of the samples after {@link #undo}. */
    ByteOrder order() {
        return kind == FLOATING ? ByteOrder.BIG_ENDIAN : layout.order();
    }

    /** The rows of a tile with their samples; the given bytes may be changed. */
    byte[] undo(byte[] tile, int rows) {
        if (kind == NONE) {
            return tile;
        }
        byte[] result = kind == FLOATING ? new byte[tile.length] : tile;
        for (int row = 0; row < rows; row++) {
            int start = row * layout.rowBytes();
            if (kind == FLOATING) {
                floating(tile, result, start);
            } else {
                horizontal(ByteBuffer.wrap(tile).order(layout.order()), start);
            }
        }
        return result;
    }

    private void horizontal(ByteBuffer tile, int start) {
        int bytes = layout.type().bits() / 8;
        int step = layout.together() * bytes;
        for (int at = start + step; at < start + layout.rowBytes(); at += bytes) {
            switch (bytes) {
                case 1 -> tile.put(at, (byte) (tile.get(at) + tile.get(at - step)));
                case 2 -> tile.putShort(at, (short) (tile.getShort(at) + tile.getShort(at - step)));
                default -> tile.putInt(at, tile.getInt(at) + tile.getInt(at - step));
            }
        }
    }

    /** A row holds differences of bytes: first the highest byte of every sample, then the next one. */
    private void floating(byte[] tile, byte[] result, int start) {
        int step = layout.together();
        for (int i = start + step; i < start + layout.rowBytes(); i++) {
            tile[i] += tile[i - step];
        }
        int bytes = layout.type().bits() / 8;
        int samples = layout.rowBytes() / bytes;
        for (int i = 0; i < samples; i++) {
            for (int b = 0; b < bytes; b++) {
                result[start + i * bytes + b] = tile[start + b * samples + i];
            }
        }
    }
}

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
