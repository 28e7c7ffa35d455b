// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/** A tree of least values, told little by little (T.800, B.10.2). */
final class TagTree {
    private static final int MOST = 64;

    private final List<Level> levels = new ArrayList<>();

    private static final class Level {
        final int width;
        final int[] values;
        final boolean[] known;

        Level(int width, int height) {
            this.width = width;
            this.values = new int[width * height];
            this.known = new boolean[width * height];
        }
    }

    TagTree(int width, int height) {
        int w = width;
        int h = height;
        levels.add(new Level(w, h));
        while (w > 1 || h > 1) {
            w = w + 1 >> 1;
            h = h + 1 >> 1;
            levels.add(0, new Level(w, h));
        }
    }

    /** Reads whether the value of a leaf is below a threshold. */
    boolean below(int threshold, int x, int y, PacketBits bits) throws UnreadableImageException {
        int least = 0;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            int shift = levels.size() - 1 - i;
            int place = (y >> shift) * level.width + (x >> shift);
            level.values[place] = Math.max(level.values[place], least);
            while (!level.known[place] && level.values[place] < threshold) {
                if (bits.bit() == 1) {
                    level.known[place] = true;
                } else {
                    level.values[place]++;
                }
            }
            if (!level.known[place]) {
                return false;
            }
            least = level.values[place];
        }
        return least < threshold;
    }

    /** Reads the value of a leaf. */
    int value(int x, int y, PacketBits bits) throws UnreadableImageException {
        int threshold = 1;
        while (!below(threshold, x, y, bits)) {
            if (++threshold > MOST) {
                throw Segments.damaged("a code-block has too many bit-planes");
            }
        }
        return threshold - 1;
    }
}

/** The bits of packet headers: after a byte of ones, a byte has seven (T.800, B.10.1). */
final class PacketBits {
    private final byte[] content;
    private final int end;
    private int position;
    private int window;
    private int held;

    PacketBits(byte[] content, int position, int end) {
        this.content = content;
        this.position = position;
        this.end = end;
    }

    int bit() throws UnreadableImageException {
        if (held == 0) {
            held = window == 0xFF ? 7 : 8;
            if (position >= end) {
                throw Segments.ended();
            }
            window = content[position++] & 0xFF;
        }
        held--;
        return window >> held & 1;
    }

    int next(int count) throws UnreadableImageException {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits = bits << 1 | bit();
        }
        return bits;
    }

    /** Where the next byte stands, when the header is over. */
    int aligned() {
        if (window == 0xFF) {
            position++;
        }
        return position;
    }
}
