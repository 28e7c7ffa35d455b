// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Run lengths as COCO compresses them: runs of 0 and 1 in turn, column by column; each number in groups of five bits, the
 * least significant first, and from the third on as the difference to the one before the last
 * (cocodataset/cocoapi, maskApi).
 *
 * @param text the characters
 */
public record RunLengths(String text) {
    private static final int FIRST = 48;
    private static final int GROUP = 5;

    /**
     * Compresses lengths.
     *
     * @param lengths of runs of 0 and 1 in turn
     */
    public static RunLengths of(long[] lengths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lengths.length; i++) {
            long value = i > 2 ? lengths[i] - lengths[i - 2] : lengths[i];
            boolean more = true;
            while (more) {
                int bits = (int) (value & 31);
                value >>= GROUP;
                more = (bits & 16) != 0 ? value != -1 : value != 0;
                text.append((char) ((more ? bits | 32 : bits) + FIRST));
            }
        }
        return new RunLengths(text.toString());
    }

    /** Whether they are sound and mark an image of so many places. */
    public boolean fit(long places) {
        try {
            long[] lengths = lengths();
            return Arrays.stream(lengths).allMatch(length -> length >= 0) && Arrays.stream(lengths).sum() == places;
        } catch (UnreadableImageException e) {
            return false;
        }
    }

    /** The lengths. */
    long[] lengths() throws UnreadableImageException {
        List<Long> lengths = new ArrayList<>();
        int next = 0;
        while (next < text.length()) {
            long value = 0;
            int shift = 0;
            int bits;
            do {
                if (next >= text.length() || shift > 6 * GROUP) {
                    throw damaged();
                }
                bits = text.charAt(next++) - FIRST;
                if (bits < 0 || bits > 63) {
                    throw damaged();
                }
                value |= (long) (bits & 31) << shift;
                shift += GROUP;
            } while ((bits & 32) != 0);
            if ((bits & 16) != 0) {
                value |= -1L << shift;
            }
            lengths.add(lengths.size() > 2 ? value + lengths.get(lengths.size() - 2) : value);
        }
        return lengths.stream().mapToLong(Long::longValue).toArray();
    }

    private static UnreadableImageException damaged() {
        return new UnreadableImageException("is a drawn mask with run lengths that are damaged");
    }

    /** Marks the runs of 1. */
    void draw(byte[] pixels, int width, int height, byte category) throws UnreadableImageException {
        long place = 0;
        boolean marked = false;
        for (long length : lengths()) {
            if (length < 0 || place + length > pixels.length) {
                throw new UnreadableImageException("is a drawn mask with run lengths of another size");
            }
            for (long i = place; marked && i < place + length; i++) {
                pixels[(int) (i % height) * width + (int) (i / height)] = category;
            }
            place += length;
            marked = !marked;
        }
        if (place != pixels.length) {
            throw new UnreadableImageException("is a drawn mask with run lengths of another size");
        }
    }
}
