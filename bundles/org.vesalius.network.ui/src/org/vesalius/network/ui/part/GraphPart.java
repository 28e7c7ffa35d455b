// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.SnapToHelper;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.eclipse.gef.tools.MarqueeDragTracker;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.figure.CanvasFigure;
import org.vesalius.network.ui.figure.FlowRouter;

/** What lies on the canvas: the network, or the inside of a block that was opened. */
public final class GraphPart extends ModelPart<LayerGraph> implements Container {
    private GraphRefresh refresh;

    GraphPart(LayerGraph graph, DesignContext context) {
        super(graph, LayerGraph.class, context);
    }

    @Override
    protected IFigure createFigure() {
        ConnectionLayer connections = (ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER);
        connections.setConnectionRouter(new FlowRouter());
        CanvasFigure canvas = new CanvasFigure(context()::style);
        canvas.showGrid(Boolean.TRUE.equals(getViewer().getProperty(SnapToGrid.PROPERTY_GRID_VISIBLE)));
        return canvas;
    }

    /** Returns the figure by its own type. */
    public CanvasFigure canvasFigure() {
        return (CanvasFigure) getFigure();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
        installPolicies(context());
    }

    @Override
    public LayerGraph inner() {
        return model();
    }

    @Override
    protected List<Layer> getModelChildren() {
        return model().getLayers();
    }

    @Override
    public void activate() {
        super.activate();
        refresh = new GraphRefresh(this, getViewer().getEditDomain().getCommandStack());
    }

    @Override
    public void deactivate() {
        refresh.close();
        super.deactivate();
    }

    @Override
    public void replace(LayerPart child) {
        replaceChild(child);
    }

    /** Shows what a new analysis says on every layer and connection. */
    public void showAnalysis() {
        layers().forEach(LayerPart::showAnalysis);
    }

    /** Shows the colours of a new theme. */
    public void restyle() {
        getFigure().repaint();
        layers().forEach(LayerPart::restyle);
    }

    @Override
    public DragTracker getDragTracker(Request request) {
        return new CanvasTracker();
    }

    @Override
    public Object getAdapter(@SuppressWarnings("rawtypes") Class wanted) {
        return wanted == SnapToHelper.class ? snap() : super.getAdapter(wanted);
    }
}

/** A drag on empty canvas selects what it goes around; a click there, with the right button too, selects nothing. */
final class CanvasTracker extends MarqueeDragTracker {
    @Override
    protected boolean handleButtonDown(int button) {
        if (button == 3) {
            getCurrentViewer().deselectAll();
        }
        return super.handleButtonDown(button);
    }
}
