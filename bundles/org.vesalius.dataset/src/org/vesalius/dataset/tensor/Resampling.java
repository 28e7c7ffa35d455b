// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.dataset.pixel.PixelImage;

/**
 * Resizes images: bilinear where they grow; where they shrink, each new pixel is the average of the old ones around
 * it, weighted by a triangle as wide as two new pixels, so that fine detail doesn't turn into patterns. These are the
 * semantics of Pillow's {@code BILINEAR} and of PyTorch's {@code interpolate(mode="bilinear", antialias=True)}.
 *
 * @param height rows of the new image
 * @param width columns of the new image
 */
record Resampling(int height, int width) {

    /** The image in the new size. */
    PixelImage apply(PixelImage image) {
        PixelImage narrow = width == image.width() ? image : horizontally(image);
        return height == image.height() ? narrow : vertically(narrow);
    }

    private PixelImage horizontally(PixelImage image) {
        Weights weights = Weights.of(image.width(), width);
        int channels = image.channels();
        float[] from = image.values();
        float[] to = new float[image.height() * width * channels];
        int next = 0;
        for (int y = 0; y < image.height(); y++) {
            int row = y * image.width() * channels;
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    to[next++] = weights.sum(x, from, row + c, channels);
                }
            }
        }
        return new PixelImage(image.height(), width, channels, to);
    }

    private PixelImage vertically(PixelImage image) {
        Weights weights = Weights.of(image.height(), height);
        int rowLength = image.width() * image.channels();
        float[] to = new float[height * rowLength];
        for (int y = 0; y < height; y++) {
            weights.addRows(y, image.values(), rowLength, to);
        }
        return new PixelImage(height, image.width(), image.channels(), to);
    }

    /** For each new pixel of a row or column: the first old pixel it takes from, and the weights from there on. */
    private record Weights(int[] first, float[][] weights) {

        static Weights of(int oldSize, int newSize) {
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
            return new Weights(first, weights);
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

        float sum(int pixel, float[] from, int offset, int stride) {
            float[] own = weights[pixel];
            int index = offset + first[pixel] * stride;
            float sum = 0;
            for (float weight : own) {
                sum += weight * from[index];
                index += stride;
            }
            return sum;
        }

        void addRows(int pixel, float[] from, int rowLength, float[] to) {
            int target = pixel * rowLength;
            for (int i = 0; i < weights[pixel].length; i++) {
                float weight = weights[pixel][i];
                int source = (first[pixel] + i) * rowLength;
                for (int x = 0; x < rowLength; x++) {
                    to[target + x] += weight * from[source + x];
                }
            }
        }
    }
}
