// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

/** Images and their sizes, {@code [images, height, width, channels]}, in double precision. */
record Images(int count, int height, int width, int channels, double[] values) {

    Images(int count, int height, int width, int channels) {
        this(count, height, width, channels, new double[count * height * width * channels]);
    }

    int index(int image, int y, int x, int channel) {
        return ((image * height + y) * width + x) * channels + channel;
    }

    boolean inside(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width;
    }
}
