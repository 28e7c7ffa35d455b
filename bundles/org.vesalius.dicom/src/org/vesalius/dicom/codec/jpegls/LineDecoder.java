// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpegls;

import java.util.Arrays;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.codec.Segments;

/**
 * Decodes the lines of a scan (T.87, A). One pixel has the samples of all components that are interleaved by pixel, else one.
 *
 * <p>A line has a place more at either end, so that all neighbours are there.
 */
final class LineDecoder {
    /** T.87, A.2.1 */
    private static final int[] RUN_BITS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11,
        12, 13, 14, 15};
    private static final int REGULAR = 365;
    private static final int MOST_K = 31;

    private final Parameters parameters;
    private final JpegLsBits bits;
    private final int samples;
    private final int[] sums = new int[REGULAR + 2];
    private final int[] biases = new int[REGULAR];
    private final int[] corrections = new int[REGULAR];
    private final int[] counts = new int[REGULAR + 2];
    private final int[] negatives = new int[2];
    private final int range;
    private final int errorBits;
    private final int limit;

    /** @param samples of one pixel */
    LineDecoder(Parameters parameters, JpegLsBits bits, int samples) {
        this.parameters = parameters;
        this.bits = bits;
        this.samples = samples;
        range = parameters.range();
        errorBits = parameters.errorBits();
        limit = parameters.limit();
        Arrays.fill(sums, Math.max(2, (range + 32) / 64));
        Arrays.fill(counts, 1);
    }

    /** An empty line, as stands before the first. */
    int[] line(int width) {
        return new int[(width + 2) * samples];
    }

    /**
     * Decodes a line.
     *
     * @param above the line before
     * @param line gets the samples
     * @param runIndex how long the runs before were
     * @return the same after this line
     */
    int decode(int[] above, int[] line, int runIndex) throws UnreadableImageException {
        int width = line.length / samples - 2;
        for (int i = 0; i < samples; i++) {
            above[(width + 1) * samples + i] = above[width * samples + i];
            line[i] = above[samples + i];
        }
        int index = runIndex;
        int x = 1;
        while (x <= width) {
            if (!flat(above, line, x)) {
                for (int i = 0; i < samples; i++) {
                    line[x * samples + i] = regular(above, line, x * samples + i);
                }
                x++;
                continue;
            }
            while (x <= width && bits.bit() == 1) {
                int whole = 1 << RUN_BITS[index];
                int run = Math.min(whole, width + 1 - x);
                repeat(line, x, run);
                x += run;
                index = run == whole ? Math.min(RUN_BITS.length - 1, index + 1) : index;
            }
            if (x <= width) {
                int run = bits.next(RUN_BITS[index]);
                if (x + run > width) {
                    throw Segments.damaged("a run is longer than its line");
                }
                repeat(line, x, run);
                x += run;
                for (int i = 0; i < samples; i++) {
                    line[x * samples + i] = interruption(above, line, x * samples + i, RUN_BITS[index]);
                }
                index = Math.max(0, index - 1);
                x++;
            }
        }
        return index;
    }

    private void repeat(int[] line, int x, int run) {
        for (int place = x * samples; place < (x + run) * samples; place++) {
            line[place] = line[place - samples];
        }
    }

    /** Whether all neighbours are alike. */
    private boolean flat(int[] above, int[] line, int x) {
        for (int place = x * samples; place < (x + 1) * samples; place++) {
            if (Math.abs(above[place + samples] - above[place]) > parameters.near()
                    || Math.abs(above[place] - above[place - samples]) > parameters.near()
                    || Math.abs(above[place - samples] - line[place - samples]) > parameters.near()) {
                return false;
            }
        }
        return true;
    }

    /** T.87, A.4 to A.6 */
    private int regular(int[] above, int[] line, int place) throws UnreadableImageException {
        int a = line[place - samples];
        int b = above[place];
        int c = above[place - samples];
        int d = above[place + samples];
        int signed = 81 * parameters.quantized(d - b) + 9 * parameters.quantized(b - c) + parameters.quantized(c - a);
        int sign = signed < 0 ? -1 : 1;
        int context = Math.abs(signed);
        int median = c >= Math.max(a, b) ? Math.min(a, b) : c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
        int predicted = Math.min(Math.max(median + sign * corrections[context], 0), parameters.most());
        int k = k(context, sums[context]);
        int code = code(k, limit);
        int error = (code & 1) == 0 ? code >> 1 : -(code + 1 >> 1);
        if (parameters.near() == 0 && k == 0 && 2 * biases[context] <= -counts[context]) {
            error = -error - 1;
        }
        update(context, error);
        return restored(predicted, sign * error);
    }

    private int k(int context, int sum) throws UnreadableImageException {
        int k = 0;
        while (counts[context] << k < sum) {
            if (++k > MOST_K) {
                throw Segments.damaged("a code means nothing");
            }
        }
        return k;
    }

    /** T.87, A.5.3 */
    private int code(int k, int most) throws UnreadableImageException {
        int escape = most - errorBits - 1;
        int zeros = bits.zeros(escape);
        return zeros < escape ? zeros << k | bits.next(k) : bits.next(errorBits) + 1;
    }

    /** T.87, A.6 */
    private void update(int context, int error) {
        biases[context] += error * parameters.step();
        sums[context] += Math.abs(error);
        if (counts[context] == parameters.reset()) {
            sums[context] >>= 1;
            biases[context] >>= 1;
            counts[context] >>= 1;
        }
        counts[context]++;
        if (biases[context] <= -counts[context]) {
            biases[context] = Math.max(biases[context] + counts[context], 1 - counts[context]);
            corrections[context] = Math.max(corrections[context] - 1, -128);
        } else if (biases[context] > 0) {
            biases[context] = Math.min(biases[context] - counts[context], 0);
            corrections[context] = Math.min(corrections[context] + 1, 127);
        }
    }

    private int restored(int predicted, int error) {
        int value = predicted + error * parameters.step();
        if (value < -parameters.near()) {
            value += range * parameters.step();
        } else if (value > parameters.most() + parameters.near()) {
            value -= range * parameters.step();
        }
        return Math.min(Math.max(value, 0), parameters.most());
    }

    /** The sample that ends a run (T.87, A.7.2). Pixels of several samples know one kind only. */
    private int interruption(int[] above, int[] line, int place, int runBits) throws UnreadableImageException {
        int a = line[place - samples];
        int b = above[place];
        int type = samples == 1 && Math.abs(a - b) <= parameters.near() ? 1 : 0;
        int context = REGULAR + type;
        int k = k(context, sums[context] + (type == 1 ? counts[context] >> 1 : 0));
        int code = code(k, limit - runBits - 1);
        int map = code + type & 1;
        int size = (code + type + 1) / 2;
        boolean mapsNegative = k != 0 || 2 * negatives[type] >= counts[context];
        int error = mapsNegative == (map == 1) ? -size : size;
        if (error < 0) {
            negatives[type]++;
        }
        sums[context] += code + 1 - type >> 1;
        if (counts[context] == parameters.reset()) {
            sums[context] >>= 1;
            counts[context] >>= 1;
            negatives[type] >>= 1;
        }
        counts[context]++;
        int sign = type == 0 && a > b ? -1 : 1;
        return restored(type == 1 ? a : b, sign * error);
    }
}
