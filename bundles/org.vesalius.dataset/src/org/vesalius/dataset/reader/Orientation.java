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

    /** The codes 1…8 of Exif and TIFF say where row 0 and column 0 of the stored picture lie. */
    static Orientation of(int code) {
        boolean transposed = code >= 5 && code <= 8;
        boolean flippedX = code == 2 || code == 3 || code == 6 || code == 7;
        boolean flippedY = code == 3 || code == 4 || code == 7 || code == 8;
        return new Orientation(transposed, flippedX, flippedY);
    }

    /** The picture turned upright. */
    StoredPixels upright(StoredPixels image) {
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
                int from = (transposed ? u * image.width() + v : v * image.width() + u) * image.channels();
                for (int c = 0; c < image.channels(); c++) {
                    values[next++] = image.values()[from + c];
                }
            }
        }
        return new StoredPixels(height, width, image.channels(), image.type(), image.zeroIsWhite(), values);
    }
}
