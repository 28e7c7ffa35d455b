// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Lines of a text in UTF-8 with their places in the file, one at a time. Lines end with LF, CR LF or CR alone; those
 * that hold nothing but blanks are passed over.
 */
public final class TextLines implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_BYTES = 16 << 20;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[1 << 10];
    private int filled;
    private int at;
    private long position;
    private boolean afterReturn;
    private long start;
    private int length;
    private long number;
    private String text = "";

    /** @param in a text from its beginning; is closed with this */
    public TextLines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line that holds something.
     *
     * @return false if there is none
     * @throws UnreadableImageException if a line is too long, or the text isn't in UTF-8
     * @throws IOException if reading fails
     */
    public boolean next() throws IOException {
        while (take()) {
            number++;
            text = decoded();
            if (!text.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The line, without its end. */
    public String text() {
        return text;
    }

    /** Where the line begins, in bytes from the beginning. */
    public long start() {
        return start;
    }

    /** Where the line ends, in bytes from the beginning; its end of line is behind that. */
    public long end() {
        return start + length;
    }

    /** Number of the line, from 1; blank lines count, and CR LF as it should. */
    public long number() {
        return number;
    }

    private boolean take() throws IOException {
        length = 0;
        int next = read();
        if (afterReturn && next == '\n') {
            next = read();
        }
        afterReturn = false;
        start = position - 1;
        for (; next >= 0; next = read()) {
            if (next == '\n' || next == '\r') {
                afterReturn = next == '\r';
                return true;
            }
            append((byte) next);
        }
        return length > 0;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        position++;
        return buffer[at++] & 0xff;
    }

    private void append(byte next) throws UnreadableImageException {
        if (length == MOST_BYTES) {
            throw new UnreadableImageException("has a line of more than " + (MOST_BYTES >> 20) + " MiB, line " + (number + 1));
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(MOST_BYTES, 2 * length));
        }
        line[length++] = next;
    }

    private String decoded() throws UnreadableImageException {
        int skipped = number == 1 && length >= 3 && Arrays.equals(line, 0, 3, MARK, 0, 3) ? 3 : 0;
        try {
            return decoder.decode(ByteBuffer.wrap(line, skipped, length - skipped)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableImageException("is no text in UTF-8: line " + number, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
