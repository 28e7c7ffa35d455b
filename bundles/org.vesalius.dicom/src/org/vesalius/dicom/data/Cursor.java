// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.data;

import java.io.IOException;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Reads a source from the front to the back through a window, so that what is skipped is never read. */
final class Cursor {
    private static final int WINDOW = 1 << 14;

    private final ByteSource source;
    private byte[] window = {};
    private long start;
    private long position;

    Cursor(ByteSource source, long position) {
        this.source = source;
        this.position = position;
    }

    ByteSource source() {
        return source;
    }

    long position() {
        return position;
    }

    long left() {
        return source.length() - position;
    }

    void skip(long count) throws UnreadableImageException {
        require(count);
        position += count;
    }

    private void require(long count) throws UnreadableImageException {
        if (count < 0 || count > left()) {
            throw new UnreadableImageException("is truncated: it ends in the middle of an element");
        }
    }

    /** The place in the window of the next bytes. */
    private int window(int count) throws IOException {
        require(count);
        if (position < start || position + count > start + window.length) {
            window = source.read(position, (int) Math.min(left(), Math.max(WINDOW, count)));
            start = position;
        }
        return (int) (position - start);
    }

    /** A byte further on; nothing is skipped. */
    int peek(int ahead) throws IOException {
        int place = window(ahead + 1);
        return window[place + ahead] & 0xFF;
    }

    /** A number of 16 bits further on; nothing is skipped. */
    int peekShort(int ahead, boolean bigEndian) throws IOException {
        int first = peek(ahead);
        int second = peek(ahead + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /** A number of 32 bits without a sign further on; nothing is skipped. */
    long peekInt(int ahead, boolean bigEndian) throws IOException {
        long first = peekShort(ahead, bigEndian);
        long second = peekShort(ahead + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int place = window(count);
        System.arraycopy(window, place, bytes, 0, count);
        position += count;
        return bytes;
    }
}
