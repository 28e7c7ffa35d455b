// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Run lengths of bytes (PS3.5, G): one segment for each byte of each sample, the most significant first. */
public final class RleCodec implements Codec {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    /** Two bytes repeat one 128 times. */
    @Override
    public int mostOfAByte() {
        return 64;
    }

    @Override
    public Samples decode(byte[] content, Layout layout) throws UnreadableImageException {
        int segments = layout.components() * layout.bytes();
        if (content.length < HEADER) {
            throw damaged("the header of its run lengths is missing");
        }
        ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != segments || segments > MOST_SEGMENTS) {
            throw damaged("it has " + header.getInt(0) + " segments of run lengths, and " + segments + " make a frame");
        }
        int[] values = new int[layout.length()];
        byte[] plane = new byte[layout.width() * layout.height()];
        for (int segment = 0; segment < segments; segment++) {
            int start = header.getInt(4 + 4 * segment);
            int end = segment + 1 < segments ? header.getInt(8 + 4 * segment) : content.length;
            if (start < HEADER || start > end || end > content.length) {
                throw damaged("a segment of run lengths leads out of it");
            }
            unpack(content, start, end, plane);
            int component = segment / layout.bytes();
            for (int i = 0; i < plane.length; i++) {
                int place = i * layout.components() + component;
                values[place] = values[place] << 8 | plane[i] & 0xFF;
            }
        }
        return Samples.of(8 * layout.bytes(), values);
    }

    private static void unpack(byte[] from, int start, int end, byte[] to) throws UnreadableImageException {
        int next = start;
        int done = 0;
        while (done < to.length) {
            if (next + 1 >= end) {
                throw damaged("its run lengths end too early");
            }
            int code = from[next++];
            int count = Math.min(to.length - done, code >= 0 ? code + 1 : code == -128 ? 0 : 1 - code);
            if (code >= 0) {
                if (next + count > end) {
                    throw damaged("its run lengths end too early");
                }
                System.arraycopy(from, next, to, done, count);
                next += count;
            } else if (code != -128) {
                Arrays.fill(to, done, done + count, from[next++]);
            }
            done += count;
        }
    }

    private static UnreadableImageException damaged(String what) {
        return new UnreadableImageException("is damaged: " + what);
    }
}
