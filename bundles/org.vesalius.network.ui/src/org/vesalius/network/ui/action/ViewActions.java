// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Objects;

import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.actions.ZoomInAction;
import org.eclipse.gef.ui.actions.ZoomOutAction;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.part.GraphPart;
import org.vesalius.network.ui.part.LayerPart;

/** What changes only the view: zoom, and the grid. */
final class ViewActions {
    private static final int MARGIN = 24;
    private static final double LARGEST = 1.5;

    private final Designer designer;
    private final ZoomManager zoom;

    ViewActions(Designer designer, ZoomManager zoom) {
        this.designer = Objects.requireNonNull(designer);
        this.zoom = Objects.requireNonNull(zoom);
    }

    void register() {
        designer.register(new ZoomInAction(zoom));
        designer.register(new ZoomOutAction(zoom));
        designer.register(new FacedAction(ActionInfo.ZOOM_TO_FIT, this::zoomToFit));
        designer.register(new FacedAction(ActionInfo.ZOOM_TO_100, () -> zoom.setZoom(1)));
        designer.register(SelectedLayers.of(ActionInfo.ZOOM_TO_SELECTION, designer, layers -> !layers.isEmpty(),
                this::zoomTo));
        registerSwitch(ActionInfo.SHOW_GRID, this::toggleGrid, SnapToGrid.PROPERTY_GRID_VISIBLE);
        registerSwitch(ActionInfo.SNAP, this::toggleSnap, SnapToGrid.PROPERTY_GRID_ENABLED);
    }

    private void registerSwitch(ActionInfo info, Runnable toggle, String property) {
        FacedAction action = new FacedAction(info, toggle);
        action.setChecked(Boolean.TRUE.equals(designer.viewer().getProperty(property)));
        designer.register(action);
    }

    private void zoomToFit() {
        ((DesignerRoot) designer.viewer().getRootEditPart()).showAll();
    }

    private void zoomTo(List<LayerPart> layers) {
        Viewport port = zoom.getViewport();
        Rectangle view = port.getClientArea();
        Rectangle area = area(layers).expand(MARGIN, MARGIN);
        double factor = Math.min((double) view.width / area.width, (double) view.height / area.height);
        zoom.setZoom(Math.max(zoom.getMinZoom(), Math.min(LARGEST, zoom.getZoom() * factor)));
        port.getUpdateManager().performUpdate();
        Rectangle now = area(layers);
        port.setViewLocation(port.getViewLocation().translate(now.getCenter().x - view.width / 2,
                now.getCenter().y - view.height / 2));
    }

    /** Returns the area of layers on the control of the canvas. */
    private static Rectangle area(List<LayerPart> layers) {
        Rectangle area = absolute(layers.get(0));
        layers.forEach(layer -> area.union(absolute(layer)));
        return area;
    }

    private static Rectangle absolute(LayerPart layer) {
        Rectangle card = layer.card().card();
        layer.getFigure().translateToAbsolute(card);
        return card;
    }

    private void toggleGrid() {
        if (designer.viewer().getContents() instanceof GraphPart part) {
            part.canvasFigure().showGrid(!part.canvasFigure().isGridShown());
        }
    }

    private void toggleSnap() {
        boolean on = !Boolean.TRUE.equals(designer.viewer().getProperty(SnapToGrid.PROPERTY_GRID_ENABLED));
        designer.viewer().setProperty(SnapToGrid.PROPERTY_GRID_ENABLED, on);
        designer.viewer().setProperty(SnapToGeometry.PROPERTY_SNAP_ENABLED, on);
    }
}
