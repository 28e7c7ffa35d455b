// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * Decodes the bit-planes of code-blocks (T.800, D). Magnitudes have one bit more at the lower end: a coefficient is taken to
 * lie in the middle of what is known of it.
 */
final class BlockDecoder {
    private static final int SIGNIFICANT = 1;
    private static final int VISITED = 2;
    private static final int REFINED = 4;
    private static final int NEGATIVE = 8;
    private static final int STRIPE = 4;

    private final MqDecoder mq = new MqDecoder();
    private int width;
    private int height;
    private int stride;
    private int kind;
    private boolean causal;
    private int[] flags = {};
    private int[] magnitudes = {};
    private RawBits raw = new RawBits(new byte[0]);
    private boolean bypassed;

    /** Bits that are not coded (T.800, D.6). */
    private static final class RawBits {
        private final byte[] content;
        private int position;
        private int window;
        private int held;

        RawBits(byte[] content) {
            this.content = content;
        }

        int bit() {
            if (held == 0) {
                held = window == 0xFF ? 7 : 8;
                window = position < content.length ? content[position++] & 0xFF : 0xFF;
            }
            held--;
            return window >> held & 1;
        }
    }

    /** Decodes all that packets brought of a code-block. */
    void decode(CodeBlock block, Band band, CodingStyle style) throws UnreadableImageException {
        width = block.area.width();
        height = block.area.height();
        stride = width + 2;
        kind = band.kind();
        causal = style.has(CodingStyle.CAUSAL);
        flags = cleared(flags, stride * (height + 2));
        magnitudes = cleared(magnitudes, width * height);
        mq.reset();
        int plane = band.planes() - 1 - block.zeroPlanes;
        int pass = 2;
        for (CodeBlock.Segment segment : block.segments) {
            int first = pass;
            bypassed = style.has(CodingStyle.BYPASS) && plane < band.planes() - 1 - block.zeroPlanes - 3 && first < 2;
            if (bypassed) {
                raw = new RawBits(segment.content);
            } else {
                mq.begin(segment.content, 0, segment.content.length);
            }
            for (int i = 0; i < segment.passes; i++) {
                if (plane < 0) {
                    throw Segments.damaged("a code-block has too many passes");
                }
                pass(pass, plane, style);
                plane -= pass == 2 ? 1 : 0;
                pass = (pass + 1) % 3;
            }
        }
    }

    private static int[] cleared(int[] array, int length) {
        if (array.length < length) {
            return new int[length];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }

    private void pass(int pass, int plane, CodingStyle style) throws UnreadableImageException {
        switch (pass) {
            case 0 -> significance(plane);
            case 1 -> refinement(plane);
            default -> {
                cleanup(plane);
                if (style.has(CodingStyle.SEGMENT) && (mq.next(MqDecoder.UNIFORM) << 3 | mq.next(MqDecoder.UNIFORM) << 2
                        | mq.next(MqDecoder.UNIFORM) << 1 | mq.next(MqDecoder.UNIFORM)) != 0b1010) {
                    throw Segments.damaged("a code-block is not what it should be");
                }
            }
        }
        if (style.has(CodingStyle.RESET)) {
            mq.reset();
        }
    }

    private void significance(int plane) {
        for (int y0 = 0; y0 < height; y0 += STRIPE) {
            for (int x = 0; x < width; x++) {
                for (int y = y0; y < Math.min(height, y0 + STRIPE); y++) {
                    int place = (y + 1) * stride + x + 1;
                    int context = (flags[place] & SIGNIFICANT) == 0 ? context(place, y) : 0;
                    if (context > 0) {
                        if ((bypassed ? raw.bit() : mq.next(context)) == 1) {
                            signify(place, x, y, plane);
                        }
                        flags[place] |= VISITED;
                    }
                }
            }
        }
    }

    private void refinement(int plane) {
        for (int y0 = 0; y0 < height; y0 += STRIPE) {
            for (int x = 0; x < width; x++) {
                for (int y = y0; y < Math.min(height, y0 + STRIPE); y++) {
                    int place = (y + 1) * stride + x + 1;
                    if ((flags[place] & (SIGNIFICANT | VISITED)) == SIGNIFICANT) {
                        int context = (flags[place] & REFINED) != 0 ? 16 : context(place, y) > 0 ? 15 : 14;
                        int bit = bypassed ? raw.bit() : mq.next(context);
                        int known = magnitudes[y * width + x] & -(4 << plane);
                        magnitudes[y * width + x] = known | bit << plane + 1 | 1 << plane;
                        flags[place] |= REFINED;
                    }
                }
            }
        }
    }

    private void cleanup(int plane) {
        for (int y0 = 0; y0 < height; y0 += STRIPE) {
            for (int x = 0; x < width; x++) {
                int y = y0;
                boolean found = false;
                if (y0 + STRIPE <= height && untouched(x, y0)) {
                    if (mq.next(MqDecoder.RUN) == 0) {
                        continue;
                    }
                    y += mq.next(MqDecoder.UNIFORM) << 1 | mq.next(MqDecoder.UNIFORM);
                    found = true;
                }
                for (; y < Math.min(height, y0 + STRIPE); y++) {
                    int place = (y + 1) * stride + x + 1;
                    if ((flags[place] & (SIGNIFICANT | VISITED)) == 0 && (found || mq.next(context(place, y)) == 1)) {
                        signify(place, x, y, plane);
                    }
                    found = false;
                    flags[place] &= ~VISITED;
                }
            }
        }
    }

    /** Whether four coefficients below each other are all coded now, with nothing around them. */
    private boolean untouched(int x, int y0) {
        for (int y = y0; y < y0 + STRIPE; y++) {
            int place = (y + 1) * stride + x + 1;
            if ((flags[place] & (SIGNIFICANT | VISITED)) != 0 || context(place, y) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the row below is unknown to this one (T.800, D.7). */
    private boolean blind(int y) {
        return causal && y % STRIPE == STRIPE - 1;
    }

    /** T.800, table D.1 */
    private int context(int place, int y) {
        int below = blind(y) ? 0 : 1;
        int h = (flags[place - 1] & 1) + (flags[place + 1] & 1);
        int v = (flags[place - stride] & 1) + (flags[place + stride] & below);
        int d = (flags[place - stride - 1] & 1) + (flags[place - stride + 1] & 1) + (flags[place + stride - 1] & below)
                + (flags[place + stride + 1] & below);
        if (kind == 3) {
            int hv = Math.min(h + v, 2);
            return d >= 3 ? 8 : d == 2 ? hv > 0 ? 7 : 6 : d == 1 ? 3 + hv : hv;
        }
        int first = kind == 1 ? v : h;
        int second = kind == 1 ? h : v;
        if (first == 2) {
            return 8;
        }
        if (first == 1) {
            return second > 0 ? 7 : d > 0 ? 6 : 5;
        }
        return second > 0 ? 2 + second : Math.min(d, 2);
    }

    /** The sign of a neighbour, 0 where it isn't known. */
    private int sign(int place) {
        int flag = flags[place];
        return (flag & SIGNIFICANT) == 0 ? 0 : (flag & NEGATIVE) == 0 ? 1 : -1;
    }

    /** Reads the sign of a coefficient that is found not to be zero (T.800, tables D.2 and D.3). */
    private void signify(int place, int x, int y, int plane) {
        int h = Math.min(Math.max(sign(place - 1) + sign(place + 1), -1), 1);
        int v = Math.min(Math.max(sign(place - stride) + (blind(y) ? 0 : sign(place + stride)), -1), 1);
        int turned = h < 0 || h == 0 && v < 0 ? 1 : 0;
        int context = h == 0 ? 9 + Math.abs(v) : 12 + h * v;
        int bit = bypassed ? raw.bit() : mq.next(context) ^ turned;
        magnitudes[y * width + x] = 3 << plane;
        flags[place] |= SIGNIFICANT | (bit == 1 ? NEGATIVE : 0);
    }

    /** The coefficient at a place of the code-block, twice as large. */
    int twice(int x, int y) {
        int magnitude = magnitudes[y * width + x];
        return (flags[(y + 1) * stride + x + 1] & NEGATIVE) == 0 ? magnitude : -magnitude;
    }
}
