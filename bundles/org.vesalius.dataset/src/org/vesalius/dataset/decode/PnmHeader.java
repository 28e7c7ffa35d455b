// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Arrays;
import java.util.Optional;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The header of a PGM or PPM file (netpbm: magic number, width, height, largest value, each followed by white space;
 * comments from # to the end of a line).
 *
 * @param magic '2' and '3' for numbers as text, '5' and '6' for binary ones
 * @param size the image's size
 * @param maximum the value that means white, 1…65535
 * @param length bytes of the header
 */
record PnmHeader(char magic, ImageSize size, int maximum, int length) {

    /** The header of this file; empty if it doesn't begin as such files do. */
    static Optional<PnmHeader> of(byte[] content) {
        if (content.length < 3 || content[0] != 'P' || "2356".indexOf(content[1]) < 0
                || !Character.isWhitespace(content[2]) && content[2] != '#') {
            return Optional.empty();
        }
        Numbers numbers = new Numbers(content, 2);
        int width = numbers.next();
        int height = numbers.next();
        int maximum = numbers.next();
        return Optional.of(new PnmHeader((char) content[1], new ImageSize(width, height), maximum,
                numbers.position + 1));
    }

    /** Whether it is red, green and blue. */
    boolean color() {
        return magic == '3' || magic == '6';
    }

    void requireReadable(long fileLength) throws UnreadableImageException {
        if (maximum < 1 || maximum > 65_535) {
            throw new UnreadableImageException("is damaged: its header is not that of a PGM or PPM file");
        }
        size.requireUsable();
        // as text each value takes a digit and a space at least
        long bytesPerValue = text() || maximum > 255 ? 2 : 1;
        long values = size.width() * size.height() * channels();
        if (length + values * bytesPerValue - 1 > fileLength) {
            throw new UnreadableImageException("is truncated: part of the image is missing");
        }
    }

    /** Binary files may hold several images, one header behind the other. */
    void requireOnly(byte[] content) throws UnreadableImageException {
        long end = length + size.width() * size.height() * channels() * (maximum > 255 ? 2 : 1);
        if (!text() && end < content.length
                && of(Arrays.copyOfRange(content, (int) end, content.length)).isPresent()) {
            throw new UnreadableImageException("holds several images; one is expected");
        }
    }

    /** Whether the values are written as digits. */
    boolean text() {
        return magic < '5';
    }

    int channels() {
        return color() ? 3 : 1;
    }

    /** Numbers in digits between white space. */
    static final class Numbers {
        private static final int TOO_LARGE = 1_000_000_000;

        private final byte[] content;
        private int position;

        Numbers(byte[] content, int start) {
            this.content = content;
            this.position = start;
        }

        /** The next number; −1 if there is none. */
        int next() {
            skipSpaceAndComments();
            int start = position;
            long number = 0;
            while (position < content.length && Character.isDigit(content[position]) && number < TOO_LARGE) {
                number = number * 10 + content[position++] - '0';
            }
            return position == start || number >= TOO_LARGE ? -1 : (int) number;
        }

        private void skipSpaceAndComments() {
            boolean comment = false;
            while (position < content.length) {
                byte next = content[position];
                boolean ends = comment && next == '\n';
                boolean skips = comment || next == '#' || Character.isWhitespace(next);
                if (!skips) {
                    return;
                }
                comment = !ends && (comment || next == '#');
                position++;
            }
        }
    }
}
