// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec;

import org.vesalius.dataset.pixel.UnreadableImageException;

/** Reads the marker segments that the codecs of the JPEG family share (ITU-T T.81, B.1.1). */
public final class Segments {
    private final byte[] content;
    private int position;

    /** Those of a compressed frame. */
    public Segments(byte[] content) {
        this.content = content;
    }

    /** Where it is read next. */
    public int position() {
        return position;
    }

    /** Goes on at a place. */
    public void seek(int place) throws UnreadableImageException {
        if (place < 0 || place > content.length) {
            throw ended();
        }
        position = place;
    }

    /** The bytes that are read. */
    public byte[] content() {
        return content;
    }

    /** The next byte. */
    public int u8() throws UnreadableImageException {
        if (position >= content.length) {
            throw ended();
        }
        return content[position++] & 0xFF;
    }

    /** The next number of 16 bits. */
    public int u16() throws UnreadableImageException {
        return u8() << 8 | u8();
    }

    /** The next number of 32 bits. */
    public long u32() throws UnreadableImageException {
        return (long) u16() << 16 | u16();
    }

    /** Looks for the next marker and gives its second byte. */
    public int marker() throws UnreadableImageException {
        int last = u8();
        int next = u8();
        while (last != 0xFF || next == 0 || next == 0xFF) {
            last = next;
            next = u8();
        }
        return next;
    }

    /** The end of a segment whose length comes next. */
    public int end() throws UnreadableImageException {
        int start = position;
        int length = u16();
        if (length < 2 || start + length > content.length) {
            throw ended();
        }
        return start + length;
    }

    /** What is thrown where the frame ends too early. */
    public static UnreadableImageException ended() {
        return new UnreadableImageException("is truncated or damaged: its compressed pixels end too early");
    }

    /** What is thrown where something is not as it should be. */
    public static UnreadableImageException damaged(String what) {
        return new UnreadableImageException("is damaged: in its compressed pixels " + what);
    }
}
