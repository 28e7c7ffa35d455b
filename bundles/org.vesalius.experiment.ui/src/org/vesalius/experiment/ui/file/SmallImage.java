// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.file;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.vesalius.dataset.pixel.PixelImage;

/** An image for the screen. Each pixel is the mean of those it stands for, so that fine structures don't vanish between them. */
public final class SmallImage {

    private final PixelImage image;
    private final int width;
    private final int height;

    private SmallImage(PixelImage image, double scale) {
        this.image = image;
        width = Math.max(1, (int) Math.round(image.width() * scale));
        height = Math.max(1, (int) Math.round(image.height() * scale));
    }

    /** Returns an image whose sides are at most {@code side} pixels long. */
    public static ImageData of(PixelImage image, int side) {
        return new SmallImage(image, Math.min(1, (double) side / Math.max(image.width(), image.height()))).data();
    }

    private ImageData data() {
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                data.setPixel(x, y, pixel(x, y));
            }
        }
        return data;
    }

    private int pixel(int x, int y) {
        int red = mean(x, y, 0);
        return image.channels() == 1 ? red << 16 | red << 8 | red : red << 16 | mean(x, y, 1) << 8 | mean(x, y, 2);
    }

    private int mean(int x, int y, int channel) {
        int left = (int) ((long) x * image.width() / width);
        int right = Math.max(left + 1, (int) ((x + 1L) * image.width() / width));
        int top = (int) ((long) y * image.height() / height);
        int bottom = Math.max(top + 1, (int) ((y + 1L) * image.height() / height));
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += image.value(row, column, channel);
            }
        }
        return (int) Math.max(0, Math.min(255, Math.round(sum / ((bottom - top) * (double) (right - left)))));
    }
}
