// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

/**
 * For each new place along an axis the first old place it takes from, and the weights from there on: bilinear where the
 * axis grows; where it shrinks, a triangle as wide as two new places, so that fine detail doesn't turn into patterns.
 * These are the semantics of Pillow's {@code BILINEAR} and of PyTorch's {@code interpolate(mode="bilinear",
 * antialias=True)}.
 *
 * @param first old places
 * @param weights for each new place, adding up to 1
 */
public record AxisWeights(int[] first, float[][] weights) {

    /** The weights for an axis of a size that is brought to another. */
    public static AxisWeights of(int oldSize, int newSize) {
        double scale = (double) oldSize / newSize;
        double support = Math.max(scale, 1);
        int[] first = new int[newSize];
        float[][] weights = new float[newSize][];
        for (int i = 0; i < newSize; i++) {
            double center = (i + 0.5) * scale;
            int begin = Math.max(0, (int) (center - support + 0.5));
            int end = Math.min(oldSize, (int) (center + support + 0.5));
            first[i] = begin;
            weights[i] = triangle(begin, end, center, support);
        }
        return new AxisWeights(first, weights);
    }

    private static float[] triangle(int begin, int end, double center, double support) {
        double[] raw = new double[end - begin];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.max(0, 1 - Math.abs(begin + i + 0.5 - center) / support);
            sum += raw[i];
        }
        float[] normalized = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            normalized[i] = (float) (raw[i] / sum);
        }
        return normalized;
    }

    /** The weighted sum for one new place of old places that lie a stride apart. */
    public float sum(int place, float[] from, int offset, int stride) {
        int index = offset + first[place] * stride;
        float sum = 0;
        for (float weight : weights[place]) {
            sum += weight * from[index];
            index += stride;
        }
        return sum;
    }

    /**
     * Adds the weighted old rows of one new row.
     *
     * @param block how many blocks of old and of new rows to pass over
     */
    public void addRows(int place, int block, int oldRows, float[] from, int rowLength, float[] to) {
        int target = (block * first.length + place) * rowLength;
        for (int i = 0; i < weights[place].length; i++) {
            float weight = weights[place][i];
            int source = (block * oldRows + first[place] + i) * rowLength;
            for (int x = 0; x < rowLength; x++) {
                to[target + x] += weight * from[source + x];
            }
        }
    }
}
