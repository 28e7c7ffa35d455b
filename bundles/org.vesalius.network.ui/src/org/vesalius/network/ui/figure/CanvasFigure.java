// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.function.Supplier;

import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.FreeformLayout;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;

/** What the layers lie on, with or without the lines of the grid. Without a layer it says how to begin. */
public final class CanvasFigure extends FreeformLayer implements LayerGrid.Owner {

    private static final int MARGIN = 32;
    private static final int LINE = 24;
    private static final int GRID = 40;
    private static final double CLOSE_TOGETHER = 0.3;
    private static final String FIRST = "This network has no layers yet";
    private static final String SECOND = "Type the name of a layer, or drag one here from the palette";

    private final Supplier<DiagramStyle> style;
    private boolean grid;
    private LayerGrid layers;

    /** @param style the style at the moment; it changes with the theme */
    public CanvasFigure(Supplier<DiagramStyle> style) {
        this.style = style;
        setLayoutManager(new FreeformLayout());
        setBorder(new MarginBorder(MARGIN));
    }

    /** Shows or hides the lines of the grid. */
    public void showGrid(boolean shown) {
        grid = shown;
        repaint();
    }

    /** Tells whether the lines of the grid are shown. */
    public boolean isGridShown() {
        return grid;
    }

    @Override
    public void add(IFigure child, Object constraint, int index) {
        repaintHint();
        super.add(child, constraint, index);
    }

    @Override
    public void remove(IFigure child) {
        super.remove(child);
        repaintHint();
    }

    private void repaintHint() {
        if (getChildren().isEmpty()) {
            repaint();
        }
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        super.paintFigure(graphics);
        if (grid && graphics.getAbsoluteScale() > CLOSE_TOGETHER) {
            paintGrid(graphics);
        }
        if (getChildren().isEmpty()) {
            paintHint(graphics);
        }
    }

    /** Every fifth line that layers snap to is drawn. */
    private void paintGrid(Graphics graphics) {
        Rectangle area = graphics.getClip(new Rectangle());
        graphics.setForegroundColor(style.get().colors().grid());
        for (int x = Math.floorDiv(area.x, GRID) * GRID; x < area.right(); x += GRID) {
            graphics.drawLine(x, area.y, x, area.bottom());
        }
        for (int y = Math.floorDiv(area.y, GRID) * GRID; y < area.bottom(); y += GRID) {
            graphics.drawLine(area.x, y, area.right(), y);
        }
    }

    private void paintHint(Graphics graphics) {
        graphics.setTextAntialias(SWT.ON);
        int middle = bounds.y + bounds.height * 2 / 5;
        graphics.setForegroundColor(style.get().colors().text());
        paintCentred(graphics, FIRST, style.get().fonts().name(), middle - LINE);
        graphics.setForegroundColor(style.get().colors().secondaryText());
        paintCentred(graphics, SECOND, style.get().fonts().small(), middle);
    }

    private void paintCentred(Graphics graphics, String text, Font font, int y) {
        graphics.setFont(font);
        graphics.drawString(text, bounds.x + (bounds.width - FigureUtilities.getTextWidth(text, font)) / 2, y);
    }

    @Override
    protected void layout() {
        layers = null;
        super.layout();
        layers = null;
    }

    @Override
    public LayerGrid grid() {
        if (layers == null) {
            layers = new LayerGrid(getChildren());
        }
        return layers;
    }
}
