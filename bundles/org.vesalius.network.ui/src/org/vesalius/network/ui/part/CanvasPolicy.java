// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.XYLayoutEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.figure.BlockFigure;
import org.vesalius.network.ui.figure.FeedbackLayer.DragGhost;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.layout.FreePlace;

/** Puts new layers on the canvas or into a block and moves those that lie there, each drag as one command. */
public final class CanvasPolicy extends XYLayoutEditPolicy {
    private final Container container;
    private final DesignContext context;
    private IFigure ghost;

    /** @param container where the layers lie */
    public CanvasPolicy(Container container, DesignContext context) {
        this.container = container;
        this.context = context;
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return new MoveAndSelectPolicy(((LayerPart) child).card(), context::style);
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        if (!(request.getNewObject() instanceof Layer layer)) {
            return null;
        }
        Point corner = place(request);
        return new AddLayerCommand(container.inner(), layer, corner.x, corner.y);
    }

    /** Returns where a new layer will lie: near the mouse, but on no other layer. */
    private Point place(CreateRequest request) {
        Point corner = inside(CanvasGrid.cornerAround(((Rectangle) getConstraintFor(request)).getLocation()));
        return request.getNewObject() instanceof Layer layer
                ? inside(FreePlace.in(container.inner()).near(layer, corner.x, corner.y)) : corner;
    }

    /** In a block nothing lies on the title bar or beyond the left edge; on the canvas everything is allowed. */
    private Point inside(Point place) {
        return container.inner() instanceof Block
                ? new Point(Math.max(place.x, BlockFigure.MARGIN),
                        Math.max(place.y, BlockFigure.TITLE + BlockFigure.MARGIN))
                : place;
    }

    @Override
    protected Command getMoveChildrenCommand(Request request) {
        ChangeBoundsRequest change = (ChangeBoundsRequest) request;
        Map<Layer, Point> positions = new LinkedHashMap<>();
        for (Object moved : change.getEditParts()) {
            LayerPart part = (LayerPart) moved;
            Point way = ((Rectangle) getConstraintFor(change, part)).getLocation()
                    .translate(part.getFigure().getBounds().getLocation().getNegated());
            Layer layer = part.model();
            positions.put(layer, inside(new Point(layer.getX() + way.x, layer.getY() + way.y)));
        }
        return new MoveLayersCommand("Move", positions);
    }

    @Override
    protected Command createChangeConstraintCommand(EditPart child, Object constraint) {
        return null;
    }

    @Override
    protected Command createAddCommand(EditPart child, Object constraint) {
        return null;
    }

    @Override
    protected Command getDeleteDependantCommand(Request request) {
        return null;
    }

    @Override
    protected void showLayoutTargetFeedback(Request request) {
        if (!(request instanceof CreateRequest create) || create.getLocation() == null) {
            return;
        }
        if (ghost == null) {
            ghost = new DragGhost(context.style());
            addFeedback(ghost);
        }
        Point corner = place(create);
        Rectangle place = new Rectangle(corner.x, corner.y, LayerFigure.WIDTH, LayerFigure.CARD_HEIGHT);
        getLayoutContainer().translateToParent(place);
        getLayoutContainer().translateToAbsolute(place);
        ghost.translateToRelative(place);
        ghost.setBounds(place);
    }

    @Override
    protected void eraseLayoutTargetFeedback(Request request) {
        if (ghost != null) {
            removeFeedback(ghost);
            ghost = null;
        }
    }

    @Override
    protected void showSizeOnDropFeedback(CreateRequest request) {
        // layers have one size
    }
}
