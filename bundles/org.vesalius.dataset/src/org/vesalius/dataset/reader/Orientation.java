// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

/**
 * How a stored picture has to be turned to stand upright.
 *
 * @param transposed whether rows and columns change places, first of all
 * @param flippedX whether left and right change places then
 * @param flippedY whether top and bottom change places then
 */
record Orientation(boolean transposed, boolean flippedX, boolean flippedY) {

    /** The orientation of a JPEG file: the codes 1…8 say where row 0 and column 0 of the stored picture lie. */
    static Orientation of(JpegStructure jpeg) {
        int code = jpeg.orientation();
        boolean transposed = code >= 5;
        boolean flippedX = code == 2 || code == 3 || code == 6 || code == 7;
        boolean flippedY = code == 3 || code == 4 || code == 7 || code == 8;
        return new Orientation(transposed, flippedX, flippedY);
    }

    /** The picture turned upright. */
    PixelImage upright(PixelImage image) {
        if (!transposed && !flippedX && !flippedY) {
            return image;
        }
        int height = transposed ? image.width() : image.height();
        int width = transposed ? image.height() : image.width();
        float[] values = new float[image.values().length];
        int next = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int v = flippedY ? height - 1 - y : y;
                int u = flippedX ? width - 1 - x : x;
                for (int c = 0; c < image.channels(); c++) {
                    values[next++] = transposed ? image.value(u, v, c) : image.value(v, u, c);
                }
            }
        }
        return new PixelImage(height, width, image.channels(), values);
    }
}
