// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.prepare.AxisWeights;

/**
 * Resizes images, along rows and then along columns.
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
        AxisWeights weights = AxisWeights.of(image.width(), width);
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
        AxisWeights weights = AxisWeights.of(image.height(), height);
        int rowLength = image.width() * image.channels();
        float[] to = new float[height * rowLength];
        for (int y = 0; y < height; y++) {
            weights.addRows(y, 0, image.height(), image.values(), rowLength, to);
        }
        return new PixelImage(height, image.width(), image.channels(), to);
    }
}
