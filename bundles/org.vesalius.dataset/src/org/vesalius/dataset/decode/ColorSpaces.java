// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

/** From the colour spaces of files to RGB, 0…255. */
final class ColorSpaces {
    private static final float FULL = 255;
    private static final int HALF = 1 << 15;
    private static final int RED_OF_CR = 91_881;
    private static final int GREEN_OF_CB = 22_554;
    private static final int GREEN_OF_CR = 46_802;
    private static final int BLUE_OF_CB = 116_130;

    private ColorSpaces() {
    }

    /** YCbCr of JFIF (ITU-T T.871, section 7), in the fixed-point numbers that libjpeg uses; changes the array. */
    static float[] ofYCbCr(float[] values) {
        for (int i = 0; i < values.length; i += 3) {
            put(values, i, (int) values[i], (int) values[i + 1] - 128, (int) values[i + 2] - 128);
        }
        return values;
    }

    /** The same of bytes without a sign, which stay as they are. */
    static float[] ofYCbCr(byte[] values) {
        float[] rgb = new float[values.length];
        for (int i = 0; i + 2 < values.length; i += 3) {
            put(rgb, i, values[i] & 0xFF, (values[i + 1] & 0xFF) - 128, (values[i + 2] & 0xFF) - 128);
        }
        return rgb;
    }

    private static void put(float[] rgb, int at, int luma, int blue, int red) {
        rgb[at] = bounded(luma + (RED_OF_CR * red + HALF >> 16));
        rgb[at + 1] = bounded(luma + (-GREEN_OF_CB * blue - GREEN_OF_CR * red + HALF >> 16));
        rgb[at + 2] = bounded(luma + (BLUE_OF_CB * blue + HALF >> 16));
    }

    /** CMY from the YCC of YCCK files, which is that of their inverted inks; changes the array. */
    static float[] cmykOfYcck(float[] values) {
        float[] pixel = new float[3];
        for (int i = 0; i < values.length; i += 4) {
            System.arraycopy(values, i, pixel, 0, 3);
            ofYCbCr(pixel);
            for (int c = 0; c < 3; c++) {
                values[i + c] = FULL - pixel[c];
            }
        }
        return values;
    }

    private static float bounded(int value) {
        return Math.min(Math.max(value, 0), 255);
    }

    /**
     * Process colours without a profile: each of red, green and blue is what its ink and black let through.
     *
     * @param values C, M, Y, K of each pixel
     * @param full the value of full ink
     * @param inverted whether 0 is full ink
     */
    static float[] ofCmyk(float[] values, float full, boolean inverted) {
        float[] rgb = new float[values.length / 4 * 3];
        for (int i = 0; i < rgb.length; i++) {
            float ink = values[i / 3 * 4 + i % 3] / full;
            float black = values[i / 3 * 4 + 3] / full;
            rgb[i] = FULL * (inverted ? ink * black : (1 - ink) * (1 - black));
        }
        return rgb;
    }
}
