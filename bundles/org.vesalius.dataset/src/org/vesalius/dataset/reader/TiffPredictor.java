// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences that a TIFF tile stores in place of its samples (TIFF 6.0, section 14, and its supplement 3). */
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
