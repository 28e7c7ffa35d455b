// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.ImageIO;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.diagram.scene.Box;
import org.vesalius.network.diagram.scene.Diagram;

/**
 * A diagram as PNG.
 *
 * @param palette the colours
 * @param scale pixels for each canvas unit; above 0
 */
public record PngImage(DiagramPalette palette, double scale) {
    /** More pixels than any picture of a network needs; bounds memory to 400 MB. */
    public static final long MAX_PIXELS = 100_000_000;

    /** @throws IllegalArgumentException if the scale is not above 0 */
    public PngImage {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The scale must be above 0, not " + scale);
        }
    }

    /**
     * Writes the picture.
     *
     * @throws ReportedException if it would have more than {@link #MAX_PIXELS}
     * @throws IOException if it can't be written
     */
    public void write(Diagram diagram, OutputStream out) throws IOException {
        ImageIO.write(image(diagram), "png", out);
    }

    /**
     * The picture.
     *
     * @throws ReportedException if it would have more than {@link #MAX_PIXELS}
     */
    public BufferedImage image(Diagram diagram) {
        Box bounds = diagram.bounds();
        double width = Math.ceil(bounds.width() * scale);
        double height = Math.ceil(bounds.height() * scale);
        if (width * height > MAX_PIXELS) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    String.format(Locale.ROOT, "The image would have %.0f × %.0f pixels", width, height),
                    "Take a smaller scale, collapse blocks, or write SVG");
        }
        BufferedImage image = new BufferedImage(Math.max(1, (int) width), Math.max(1, (int) height),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            graphics.translate(-bounds.x(), -bounds.y());
            new DiagramPainter(palette, graphics).paint(diagram);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
