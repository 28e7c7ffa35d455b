// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.function.Supplier;

import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;

/** What the layers lie on. Without a layer it says how to begin. */
public final class CanvasFigure extends FreeformLayer {
    private static final int MARGIN = 32;
    private static final int LINE = 24;
    private static final String FIRST = "This network has no layers yet";
    private static final String SECOND = "Drag an Input from the palette to here, or double-click it there";

    private final Supplier<DiagramStyle> style;

    /** @param style the style at the moment; it changes with the theme */
    public CanvasFigure(Supplier<DiagramStyle> style) {
        this.style = style;
        setLayoutManager(new FreeformLayout());
        setBorder(new MarginBorder(MARGIN));
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        super.paintFigure(graphics);
        if (getChildren().isEmpty()) {
            graphics.setTextAntialias(SWT.ON);
            int middle = bounds.y + bounds.height * 2 / 5;
            graphics.setForegroundColor(style.get().colors().text());
            paintCentred(graphics, FIRST, style.get().fonts().name(), middle - LINE);
            graphics.setForegroundColor(style.get().colors().secondaryText());
            paintCentred(graphics, SECOND, style.get().fonts().small(), middle);
        }
    }

    private void paintCentred(Graphics graphics, String text, Font font, int y) {
        graphics.setFont(font);
        graphics.drawString(text, bounds.x + (bounds.width - FigureUtilities.getTextWidth(text, font)) / 2, y);
    }
}
