// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import org.vesalius.dataset.pixel.UnreadableImageException;

/** LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first. */
final class Lzw implements TiffCompression {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int MAX_CODES = 4096;

    @Override
    public byte[] unpack(byte[] packed, int length) throws UnreadableImageException {
        if (packed.length > 1 && packed[0] == 0 && (packed[1] & 1) == 1) {
            throw new UnreadableImageException("is a TIFF packed by LZW of the old style, which can't be read");
        }
        return new Run(packed, length).unpack();
    }

    /** One tile; a code stands for a piece of what is unpacked already. */
    private static final class Run {
        private final byte[] packed;
        private final byte[] out;
        private final int[] starts = new int[MAX_CODES];
        private final int[] lengths = new int[MAX_CODES];
        private int bit;
        private int done;
        private int codes = FIRST;
        private int width = 9;
        private int last = -1;

        Run(byte[] packed, int length) {
            this.packed = packed;
            this.out = new byte[length];
        }

        byte[] unpack() throws UnreadableImageException {
            while (done < out.length) {
                int code = next();
                if (code == END) {
                    throw damaged();
                } else if (code == CLEAR) {
                    codes = FIRST;
                    width = 9;
                    last = -1;
                } else {
                    emit(code);
                }
            }
            return out;
        }

        private int next() throws UnreadableImageException {
            if (bit + width > packed.length * 8L) {
                throw damaged();
            }
            int code = 0;
            for (int i = 0; i < width; i++, bit++) {
                code = code << 1 | packed[bit >> 3] >> 7 - (bit & 7) & 1;
            }
            return code;
        }

        private void emit(int code) throws UnreadableImageException {
            int start = done;
            if (code < CLEAR) {
                out[done++] = (byte) code;
            } else {
                boolean isNext = code == codes && last >= 0;
                if (code >= codes && !isNext) {
                    throw damaged();
                }
                int from = isNext ? last : starts[code];
                copy(from, isNext ? start - last + 1 : lengths[code]);
            }
            if (last >= 0 && codes < MAX_CODES) {
                starts[codes] = last;
                lengths[codes++] = start - last + 1;
            }
            last = start;
            // the width grows one code early
            width = codes >= 2047 ? 12 : codes >= 1023 ? 11 : codes >= 511 ? 10 : 9;
        }

        /** Byte by byte, since a piece may reach into what it makes. */
        private void copy(int from, int length) {
            for (int i = 0; i < length && done < out.length; i++) {
                out[done++] = out[from + i];
            }
        }

        private static UnreadableImageException damaged() {
            return new UnreadableImageException("is truncated or damaged: its image data can't be unpacked");
        }
    }
}
