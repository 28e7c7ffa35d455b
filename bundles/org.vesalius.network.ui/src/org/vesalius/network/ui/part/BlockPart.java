// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.draw2d.FigureListener;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.Request;
import org.eclipse.gef.SnapToHelper;
import org.eclipse.gef.requests.SelectionRequest;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.figure.BlockFigure;
import org.vesalius.network.ui.figure.CardFigure;

/** A block that is expanded: the layers inside lie on it. */
public final class BlockPart extends LayerPart implements Container {
    private final FigureListener whenMoved = figure -> reroute(inside());

    BlockPart(Block block, DesignContext context) {
        super(block, context);
    }

    private Block block() {
        return (Block) model();
    }

    @Override
    CardFigure createCard() {
        return new BlockFigure(context().style());
    }

    @Override
    protected void createEditPolicies() {
        super.createEditPolicies();
        installPolicies(context());
    }

    @Override
    public LayerGraph inner() {
        return block();
    }

    @Override
    protected List<Layer> getModelChildren() {
        return block().getLayers();
    }

    @Override
    public void activate() {
        super.activate();
        getFigure().addFigureListener(whenMoved);
    }

    @Override
    public void deactivate() {
        getFigure().removeFigureListener(whenMoved);
        super.deactivate();
    }

    /** The anchors of the layers inside do not hear when the block moves. */
    private static void reroute(List<LayerPart> layers) {
        for (LayerPart layer : layers) {
            layer.outputs().forEach(connection -> connection.getFigure().revalidate());
            reroute(layer.inside());
        }
    }

    @Override
    public void replace(LayerPart child) {
        replaceChild(child);
    }

    @Override
    List<LayerPart> inside() {
        return layers();
    }

    @Override
    void showAnalysis() {
        super.showAnalysis();
        layers().forEach(LayerPart::showAnalysis);
    }

    @Override
    void restyle() {
        super.restyle();
        layers().forEach(LayerPart::restyle);
    }

    /** The title bar drags the block; a drag that starts below it selects layers inside. */
    @Override
    public DragTracker getDragTracker(Request request) {
        boolean inside = request instanceof SelectionRequest selection && !isOnPort(selection.getLocation())
                && !isOnTitle(selection.getLocation());
        return inside ? new CanvasTracker() : super.getDragTracker(request);
    }

    private boolean isOnTitle(Point location) {
        Point place = location.getCopy();
        getFigure().translateToRelative(place);
        return ((BlockFigure) getFigure()).isOnTitle(place);
    }

    @Override
    public Object getAdapter(@SuppressWarnings("rawtypes") Class wanted) {
        return wanted == SnapToHelper.class ? snap() : super.getAdapter(wanted);
    }
}
