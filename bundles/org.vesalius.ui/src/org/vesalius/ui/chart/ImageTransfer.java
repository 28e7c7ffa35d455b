// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Hands a picture from AWT over to SWT. */
public final class ImageTransfer {

    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private ImageTransfer() {
    }

    /** Copies a picture of type {@link BufferedImage#TYPE_INT_RGB}; fit for any thread. */
    public static ImageData toImageData(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ImageData data = new ImageData(width, image.getHeight(), 24, RGB);
        for (int row = 0; row < data.height; row++) {
            int to = row * data.bytesPerLine;
            for (int i = row * width; i < (row + 1) * width; i++) {
                data.data[to++] = (byte) (pixels[i] >> 16);
                data.data[to++] = (byte) (pixels[i] >> 8);
                data.data[to++] = (byte) pixels[i];
            }
        }
        return data;
    }
}
