// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** The bits of an entropy-coded segment (T.81, F.2.2.5), up to the next marker. */
final class JpegBits {
    /** Bits that may be looked at beyond the end, since codes are looked up by more than they have. */
    private static final int BEYOND = 32;

    private final byte[] content;
    private int position;
    private long window;
    private int held;
    private int invented;

    JpegBits(byte[] content, int position) {
        this.content = content;
        this.position = position;
    }

    private void fill(int count) throws UnreadableImageException {
        while (held < count) {
            window = window << 8 | byteOrNone();
            held += 8;
        }
        if (invented > BEYOND + held) {
            throw Segments.ended();
        }
    }

    /** Zeros where a marker comes or nothing. */
    private int byteOrNone() {
        if (position < content.length) {
            int next = content[position] & 0xFF;
            if (next != 0xFF) {
                position++;
                return next;
            }
            if (position + 1 < content.length && content[position + 1] == 0) {
                position += 2;
                return 0xFF;
            }
        }
        invented += 8;
        return 0;
    }

    /** The next bits, up to 16, without taking them. */
    int peek(int count) throws UnreadableImageException {
        fill(count);
        return (int) (window >>> held - count) & (1 << count) - 1;
    }

    void skip(int count) {
        held -= count;
    }

    /** The next bits, up to 16. */
    int next(int count) throws UnreadableImageException {
        if (count == 0) {
            return 0;
        }
        int bits = peek(count);
        held -= count;
        if (invented > held + 7) {
            throw Segments.ended();
        }
        return bits;
    }

    /** A difference of a category (T.81, F.2.2.1). */
    int signed(int category) throws UnreadableImageException {
        if (category == 0) {
            return 0;
        }
        int bits = next(category);
        return bits < 1 << category - 1 ? bits - (1 << category) + 1 : bits;
    }

    /** Goes on behind the restart marker, which has to come now. */
    void restart() throws UnreadableImageException {
        held = 0;
        invented = 0;
        Segments segments = new Segments(content);
        segments.seek(position);
        int marker = segments.marker();
        if (marker < 0xD0 || marker > 0xD7) {
            throw Segments.ended();
        }
        position = segments.position();
    }

    /** Where the segment ends. */
    int position() {
        return position;
    }
}
