// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.similar;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * {@value #BITS} bits that stay nearly the same when a picture is encoded anew, scaled, or changed in brightness or contrast:
 * which of the {@value #KEPT} times {@value #KEPT} lowest coefficients of the cosine transform of its thumbnail, but the mean, lie
 * above their median. After Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010, 3.2.1, with more
 * coefficients, since pictures of one kind, such as chests, agree in the lowest.
 *
 * @param words the bits; neighbours among the coefficients stand in different sixteenths, so that each tells much
 */
public record PerceptualHash(long[] words) {
    /** How many bits there are; the last is always 0. */
    public static final int BITS = 256;
    /** How many groups the bits are dealt to, of which each tells much. */
    private static final int PARTS = 16;

    private static final int KEPT = 16;
    private static final double[][] COSINES = cosines();

    /** The hash of a thumbnail. */
    public static PerceptualHash of(Thumbnail thumbnail) {
        double[] found = coefficients(thumbnail.cells());
        double[] sorted = found.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long[] words = new long[BITS / Long.SIZE];
        for (int i = 0; i < found.length; i++) {
            if (found[i] > median) {
                int bit = i % PARTS * PARTS + i / PARTS;
                words[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
            }
        }
        return new PerceptualHash(words);
    }

    /** Row by row, without the first, which is the mean. */
    private static double[] coefficients(double[] cells) {
        int side = Thumbnail.SIDE;
        double[][] alongRows = new double[side][KEPT];
        for (int y = 0; y < side; y++) {
            for (int u = 0; u < KEPT; u++) {
                for (int x = 0; x < side; x++) {
                    alongRows[y][u] += cells[y * side + x] * COSINES[u][x];
                }
            }
        }
        double[] found = new double[KEPT * KEPT - 1];
        for (int i = 1; i <= found.length; i++) {
            for (int y = 0; y < side; y++) {
                found[i - 1] += alongRows[y][i % KEPT] * COSINES[i / KEPT][y];
            }
        }
        return found;
    }

    /** The orthonormal cosine transform of type II. */
    private static double[][] cosines() {
        double[][] cosines = new double[KEPT][Thumbnail.SIDE];
        for (int u = 0; u < KEPT; u++) {
            for (int x = 0; x < Thumbnail.SIDE; x++) {
                cosines[u][x] = Math.sqrt((u == 0 ? 1.0 : 2.0) / Thumbnail.SIDE)
                        * Math.cos(Math.PI * u * (2 * x + 1) / (2 * Thumbnail.SIDE));
            }
        }
        return cosines;
    }

    /** The words, each with its highest byte first. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }

    /** As a text that {@link #parse} understands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (long word : words) {
            text.append(HexFormat.of().toHexDigits(word));
        }
        return text.toString();
    }

    /** A hash of such a text. */
    public static PerceptualHash parse(String text) {
        long[] words = new long[BITS / Long.SIZE];
        for (int i = 0; i < words.length; i++) {
            words[i] = HexFormat.fromHexDigitsToLong(text, i * 16, (i + 1) * 16);
        }
        return new PerceptualHash(words);
    }
}
