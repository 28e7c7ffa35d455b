// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * A file or a part of it, as samples name it: {@code beats.csv}, {@code beats.csv#bytes=2235-4469} or, in a recording,
 * {@code 100.hea#samples=77-332}.
 *
 * @param path of the file
 * @param unit what is counted: bytes or samples; empty for a whole file
 * @param from the first one, from 0
 * @param to behind the last one
 */
public record FilePart(String path, String unit, long from, long to) {
    /** Parts of a text. */
    public static final String BYTES = "bytes";
    /** Parts of a recording. */
    public static final String SAMPLES = "samples";

    private static final Pattern PART = Pattern.compile("(.+)#(bytes|samples)=(\\d{1,18})-(\\d{1,18})");

    /** A whole file. */
    public static FilePart whole(String path) {
        return new FilePart(path, "", 0, Long.MAX_VALUE);
    }

    /**
     * The part that a sample names.
     *
     * @throws UnreadableImageException if its end lies before its beginning
     */
    public static FilePart of(String value) throws UnreadableImageException {
        Matcher matcher = PART.matcher(value);
        if (!matcher.matches()) {
            return whole(value);
        }
        long from = Long.parseLong(matcher.group(3));
        long to = Long.parseLong(matcher.group(4)) + 1;
        if (from >= to) {
            throw new UnreadableImageException("names a part of a file that ends before it begins");
        }
        return new FilePart(matcher.group(1), matcher.group(2), from, to);
    }

    /** How samples name it. */
    public String text() {
        return unit.isEmpty() ? path : path + "#" + unit + "=" + from + "-" + (to - 1);
    }

    /** Whether it is all of the file. */
    public boolean isWhole() {
        return unit.isEmpty();
    }

    /**
     * The bytes of this part.
     *
     * @param file where the path leads
     * @throws UnreadableImageException if the file is too short
     * @throws IOException if reading fails
     */
    public InputStream open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            if (!isWhole() && channel.size() < to) {
                throw new UnreadableImageException("is shorter than when it was imported");
            }
            channel.position(from);
            return new Limited(Channels.newInputStream(channel), to - from);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "FilePart[" + unit + "]";
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
