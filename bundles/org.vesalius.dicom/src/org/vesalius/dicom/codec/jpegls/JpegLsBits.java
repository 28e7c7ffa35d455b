// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpegls;

import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** The bits of a scan, up to the next marker: after a byte of ones, a byte has seven (T.87, A.1). */
final class JpegLsBits {
    private final byte[] content;
    private int position;
    private int window;
    private int held;
    private boolean afterOnes;

    JpegLsBits(byte[] content, int position) {
        this.content = content;
        this.position = position;
    }

    private void fill() throws UnreadableImageException {
        if (position >= content.length) {
            throw Segments.ended();
        }
        int next = content[position] & 0xFF;
        if (afterOnes && next >= 0x80) {
            throw Segments.ended();
        }
        position++;
        held = afterOnes ? 7 : 8;
        window = next;
        afterOnes = next == 0xFF;
    }

    int bit() throws UnreadableImageException {
        if (held == 0) {
            fill();
        }
        held--;
        return window >> held & 1;
    }

    int next(int count) throws UnreadableImageException {
        int bits = 0;
        int left = count;
        while (left > 0) {
            if (held == 0) {
                fill();
            }
            int taken = Math.min(left, held);
            held -= taken;
            bits = bits << taken | window >> held & (1 << taken) - 1;
            left -= taken;
        }
        return bits;
    }

    /** How many zeros come before the next one, which is taken too. */
    int zeros(int most) throws UnreadableImageException {
        int count = 0;
        while (bit() == 0) {
            if (++count > most) {
                throw Segments.damaged("a code means nothing");
            }
        }
        return count;
    }

    /** Where the next marker is looked for. */
    int position() {
        return afterOnes ? position - 1 : position;
    }
}
