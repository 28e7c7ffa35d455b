// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/**
 * The text of one canvas. Text costs more than all else on a canvas, so each piece is drawn once for a zoom, with its
 * ground, and then copied. Used on the UI thread; close it with the editor.
 */
public final class CanvasText implements AutoCloseable {
    private static final String DOTS = "…";
    private static final int MOST_IMAGES = 6000;
    private static final int DROPPED_AT_ONCE = 1000;
    private static final int MOST_FITTED = 20_000;

    private final Map<Piece, Image> images = new LinkedHashMap<>(1024, 0.75f, true);
    private final Map<Zoomed, Font> fonts = new HashMap<>();
    private final Map<Measured, Dimension> sizes = new HashMap<>();

    /** Where a unit is more than a pixel, images of text would be coarse. */
    private final boolean dense = Display.getCurrent().getPrimaryMonitor().getZoom() != 100;

    private final Map<Piece, String> fitted = new HashMap<>();

    private record Zoomed(Font font, int height) {
    }

    private record Measured(String text, Font font) {
    }

    private record Line(String text, Font font, int least, int room, Color color, Color ground) {
    }

    private record Piece(String text, Font font, int room, Color color, Color ground) {
    }

    /**
     * Draws a text of one line on its ground, hanging from a place.
     *
     * @param font the font at 100 %
     * @param least the smallest height in points that it is drawn with, however small the zoom
     * @param room what it may take in canvas units; a longer text ends in an ellipsis
     */
    void draw(Graphics graphics, String text, Font font, int least, int x, int y, int room, Color color,
            Color ground) {
        draw(graphics, new Line(text, font, least, room, color, ground), size -> new Point(x, y));
    }

    /** Draws a text as above in the middle of a box, or at its left. */
    void draw(Graphics graphics, String text, Font font, int least, Rectangle box, boolean centred, Color color,
            Color ground) {
        draw(graphics, new Line(text, font, least, box.width, color, ground),
                size -> new Point(centred ? box.x + (box.width - size.width) / 2 : box.x,
                        box.y + (box.height - size.height) / 2));
    }

    /** @param place where a text of a size, in canvas units, stands */
    private void draw(Graphics graphics, Line line, Function<Dimension, Point> place) {
        if (line.text().isEmpty()) {
            return;
        }
        double zoom = graphics.getAbsoluteScale();
        if (dense && graphics instanceof CanvasGraphics canvas) {
            Font font = zoomed(line.font(), zoom, line.least());
            String shown = fitted(new Piece(line.text(), font, (int) (line.room() * zoom), line.color(), line.ground()));
            canvas.drawUnzoomed(shown, font, line.color(), place.apply(size(shown, font).getScaled(1 / zoom)));
        } else if (graphics instanceof CanvasGraphics canvas) {
            Image image = image(line, zoom);
            canvas.drawUnzoomed(image, place.apply(size(image).scale(1 / zoom)));
        } else if (!dense && graphics instanceof SWTGraphics && zoom == 1) {
            Image image = image(line, zoom);
            graphics.drawImage(image, place.apply(size(image)));
        } else {
            String shown = fit(line.text(), line.font(), line.room());
            graphics.setFont(line.font());
            graphics.setForegroundColor(line.color());
            graphics.drawString(shown, place.apply(size(shown, line.font())));
        }
    }

    /** Each zoom has its own, and there is no end of zooms. */
    private String fitted(Piece wanted) {
        if (fitted.size() >= MOST_FITTED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(wanted, piece -> fit(piece.text(), piece.font(), piece.room()));
    }

    private static Dimension size(Image image) {
        org.eclipse.swt.graphics.Rectangle bounds = image.getBounds();
        return new Dimension(bounds.width, bounds.height);
    }

    private Font zoomed(Font font, double zoom, int least) {
        FontData data = font.getFontData()[0];
        int height = Math.max(least, (int) Math.floor(data.getHeight() * zoom));
        if (height == data.getHeight()) {
            return font;
        }
        return fonts.computeIfAbsent(new Zoomed(font, height),
                wanted -> new Font(font.getDevice(), new FontData(data.getName(), height, data.getStyle())));
    }

    private Image image(Line line, double zoom) {
        Piece piece = new Piece(line.text(), zoomed(line.font(), zoom, line.least()), (int) (line.room() * zoom),
                line.color(), line.ground());
        Image known = images.get(piece);
        if (known != null) {
            return known;
        }
        if (images.size() >= MOST_IMAGES) {
            forgetOldest();
        }
        Image drawn = draw(piece);
        images.put(piece, drawn);
        return drawn;
    }

    private void forgetOldest() {
        Iterator<Image> oldest = images.values().iterator();
        for (int i = 0; i < DROPPED_AT_ONCE; i++) {
            oldest.next().dispose();
            oldest.remove();
        }
    }

    private static Image draw(Piece piece) {
        String shown = fit(piece.text(), piece.font(), piece.room());
        Dimension size = FigureUtilities.getTextExtents(shown, piece.font());
        Image image = new Image(Display.getCurrent(), Math.max(1, size.width), Math.max(1, size.height));
        GC gc = new GC(image);
        gc.setTextAntialias(SWT.ON);
        gc.setBackground(piece.ground());
        gc.fillRectangle(0, 0, size.width, size.height);
        gc.setForeground(piece.color());
        gc.setFont(piece.font());
        gc.drawString(shown, 0, 0, true);
        gc.dispose();
        return image;
    }

    /** Returns the size of a text at 100 %. */
    Dimension size(String text, Font font) {
        if (sizes.size() >= MOST_FITTED) {
            sizes.clear();
        }
        return sizes.computeIfAbsent(new Measured(text, font), key -> FigureUtilities.getTextExtents(text, font));
    }

    /** Returns the text, or as much of its beginning as fits before an ellipsis; width in pixels. */
    private static String fit(String text, Font font, int width) {
        if (FigureUtilities.getTextWidth(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (FigureUtilities.getTextWidth(text.substring(0, middle) + DOTS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).stripTrailing() + DOTS;
    }

    @Override
    public void close() {
        images.values().forEach(Image::dispose);
        fonts.values().forEach(Font::dispose);
    }
}
