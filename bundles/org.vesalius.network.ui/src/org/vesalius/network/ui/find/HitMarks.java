// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.find;

import java.util.List;
import java.util.Objects;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.editparts.LayerManager;
import org.eclipse.swt.graphics.Color;
import org.vesalius.network.Layer;

/** Marks the layers that were found: one layer of the canvas that paints them all, and changes no figure. */
final class HitMarks extends FreeformLayer {
    private static final String KEY = "Hits of a search";
    private static final Color MARK = new Color(0xF5, 0xA6, 0x23);
    private static final int REACH = 5;
    private static final int LINE = 3;
    private static final int ARC = 14;
    private static final int ALPHA = 60;

    private final GraphicalViewer viewer;
    private List<Layer> hits = List.of();

    HitMarks(GraphicalViewer viewer) {
        this.viewer = Objects.requireNonNull(viewer);
        setEnabled(false);
    }

    /** Marks layers in place of those before. */
    void show(List<Layer> found) {
        hits = List.copyOf(found);
        LayeredPane pane = pane();
        if (getParent() == null && !hits.isEmpty()) {
            pane.add(this, KEY);
        } else if (getParent() != null && hits.isEmpty()) {
            pane.remove(this);
        }
        pane.repaint();
    }

    private LayeredPane pane() {
        LayerManager layers = (LayerManager) viewer.getEditPartRegistry().get(LayerManager.ID);
        return (LayeredPane) layers.getLayer(LayerConstants.SCALABLE_LAYERS);
    }

    /** Mouse and tools do not see it. */
    @Override
    public boolean containsPoint(int x, int y) {
        return false;
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        graphics.setForegroundColor(MARK);
        graphics.setBackgroundColor(MARK);
        graphics.setLineWidth(LINE);
        Rectangle clip = graphics.getClip(new Rectangle());
        for (Layer hit : hits) {
            if (viewer.getEditPartRegistry().get(hit) instanceof GraphicalEditPart part) {
                mark(graphics, area(part.getFigure()), clip);
            }
        }
    }

    private static void mark(Graphics graphics, Rectangle area, Rectangle clip) {
        if (clip.intersects(area)) {
            graphics.setAlpha(ALPHA);
            graphics.fillRoundRectangle(area, ARC, ARC);
            graphics.setAlpha(255);
            graphics.drawRoundRectangle(area, ARC, ARC);
        }
    }

    private Rectangle area(IFigure figure) {
        Rectangle area = figure.getBounds().getCopy();
        figure.translateToAbsolute(area);
        translateToRelative(area);
        return area.expand(REACH, REACH);
    }
}
