// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.dataset.pixel.PixelImage;

/**
 * Brings an image into a shape: grey or colour first, then resized to fill it. Colour becomes grey by the weights of
 * ITU-R BT.601 (0.299 red, 0.587 green, 0.114 blue); grey becomes colour by repeating it.
 *
 * @param spec the shape to bring images into
 */
public record Preprocessing(TensorSpec spec) {
    /** Changes whenever images come out differently from before. */
    static final String VERSION = "1";

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    /** The image in the shape; values stay within 0…255. */
    public PixelImage apply(PixelImage image) {
        PixelImage narrow = spec.channels() == 1 ? grey(image) : image;
        PixelImage resized = new Resampling(spec.height(), spec.width()).apply(narrow);
        return spec.channels() == 3 ? color(resized) : resized;
    }

    private static PixelImage grey(PixelImage image) {
        if (image.channels() == 1) {
            return image;
        }
        float[] from = image.values();
        float[] to = new float[from.length / 3];
        for (int i = 0; i < to.length; i++) {
            to[i] = RED * from[3 * i] + GREEN * from[3 * i + 1] + BLUE * from[3 * i + 2];
        }
        return new PixelImage(image.height(), image.width(), 1, to);
    }

    private static PixelImage color(PixelImage image) {
        if (image.channels() == 3) {
            return image;
        }
        float[] from = image.values();
        float[] to = new float[from.length * 3];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i / 3];
        }
        return new PixelImage(image.height(), image.width(), 3, to);
    }
}
