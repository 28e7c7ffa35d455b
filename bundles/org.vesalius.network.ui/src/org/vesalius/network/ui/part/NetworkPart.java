// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.draw2d.ConnectionLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.CompoundSnapToHelper;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Request;
import org.eclipse.gef.SnapToGeometry;
import org.eclipse.gef.SnapToGrid;
import org.eclipse.gef.SnapToHelper;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.eclipse.gef.tools.MarqueeDragTracker;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.figure.CanvasFigure;
import org.vesalius.network.ui.figure.FlowRouter;
import org.vesalius.network.ui.figure.Obstacles;
import org.vesalius.network.ui.policy.CanvasPolicy;

/** The network: everything that lies on the canvas. */
public final class NetworkPart extends ModelPart<Network> {
    private NetworkRefresh refresh;

    NetworkPart(Network network, DesignContext context) {
        super(network, Network.class, context);
    }

    @Override
    protected IFigure createFigure() {
        IFigure layer = new CanvasFigure(context()::style);
        ConnectionLayer connections = (ConnectionLayer) getLayer(LayerConstants.CONNECTION_LAYER);
        connections.setConnectionRouter(new FlowRouter(new Obstacles(layer)));
        return layer;
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new CanvasPolicy(context()));
    }

    @Override
    protected List<Layer> getModelChildren() {
        return model().getLayers();
    }

    @Override
    public void activate() {
        super.activate();
        refresh = new NetworkRefresh(this, getViewer().getEditDomain().getCommandStack());
    }

    @Override
    public void deactivate() {
        refresh.close();
        super.deactivate();
    }

    /** Shows what a new analysis says on every layer and connection. */
    public void showAnalysis() {
        for (LayerPart layer : childrenOf(LayerPart.class)) {
            layer.refreshFace();
            typed(layer.getSourceConnections(), ConnectionPart.class).forEach(ConnectionPart::refreshVisuals);
        }
    }

    /** Shows the colours of a new theme. */
    public void restyle() {
        getFigure().repaint();
        for (LayerPart layer : childrenOf(LayerPart.class)) {
            layer.restyle();
            typed(layer.getSourceConnections(), ConnectionPart.class).forEach(ConnectionPart::restyle);
        }
    }

    @Override
    public DragTracker getDragTracker(Request request) {
        return new MarqueeDragTracker();
    }

    @Override
    public Object getAdapter(@SuppressWarnings("rawtypes") Class wanted) {
        if (wanted == SnapToHelper.class) {
            return new CompoundSnapToHelper(
                    new SnapToHelper[] { new SnapToGeometry(this), new SnapToGrid(this) });
        }
        return super.getAdapter(wanted);
    }
}
