// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec.jpeg2000;

/** The inverse wavelet transforms (T.800, F.3). */
final class Wavelet {
    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;
    /** Places before and after a line, filled by reflection. */
    private static final int EDGE = 6;

    private final boolean reversible;

    Wavelet(boolean reversible) {
        this.reversible = reversible;
    }

    /** Transforms interleaved subbands into the resolution that they make, first along rows, then along columns. */
    void inverse(float[] values, Area area) {
        int width = area.width();
        int height = area.height();
        float[] line = new float[Math.max(width, height) + 2 * EDGE];
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, line, EDGE, width);
            line(line, width, area.x0() & 1);
            System.arraycopy(line, EDGE, values, y * width, width);
        }
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                line[EDGE + y] = values[y * width + x];
            }
            line(line, height, area.y0() & 1);
            for (int y = 0; y < height; y++) {
                values[y * width + x] = line[EDGE + y];
            }
        }
    }

    /** @param odd 1 if the first place of the line is an odd one */
    private void line(float[] line, int length, int odd) {
        if (length == 1) {
            line[EDGE] = odd == 0 ? line[EDGE] : reversible ? (float) Math.floor(line[EDGE] / 2) : line[EDGE] / 2;
            return;
        }
        for (int i = 1; i < EDGE; i++) {
            line[EDGE - i] = line[EDGE + reflected(i, length)];
            line[EDGE + length - 1 + i] = line[EDGE + length - 1 - reflected(i, length)];
        }
        int even = EDGE - odd;
        int end = EDGE + length;
        if (reversible) {
            for (int i = even; i <= end; i += 2) {
                line[i] -= (float) Math.floor((line[i - 1] + line[i + 1] + 2) / 4);
            }
            for (int i = even + 1; i < end; i += 2) {
                line[i] += (float) Math.floor((line[i - 1] + line[i + 1]) / 2);
            }
            return;
        }
        for (int i = even - 4; i <= end + 3; i += 2) {
            line[i] *= K;
            line[i + 1] /= K;
        }
        lift(line, even - 2, end + 3, DELTA);
        lift(line, even - 1, end + 2, GAMMA);
        lift(line, even, end + 1, BETA);
        lift(line, even + 1, end, ALPHA);
    }

    private static int reflected(int distance, int length) {
        int period = 2 * (length - 1);
        int place = distance % period;
        return place < length ? place : period - place;
    }

    private static void lift(float[] line, int from, int to, float factor) {
        for (int i = from; i < to; i += 2) {
            line[i] -= factor * (line[i - 1] + line[i + 1]);
        }
    }
}
