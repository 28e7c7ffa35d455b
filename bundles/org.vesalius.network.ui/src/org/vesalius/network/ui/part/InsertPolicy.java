// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalEditPolicy;
import org.eclipse.gef.requests.CreateRequest;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.command.InsertOnConnectionCommand;
import org.vesalius.network.ui.figure.CardFigure.Emphasis;
import org.vesalius.network.ui.layout.CanvasGrid;

/** Lets a new layer be dropped on a connection, which then leads through it. */
public final class InsertPolicy extends GraphicalEditPolicy {
    private final ConnectionPart part;

    /** @param part the connection */
    public InsertPolicy(ConnectionPart part) {
        this.part = part;
    }

    @Override
    public EditPart getTargetEditPart(Request request) {
        return isNewLayer(request) ? getHost() : null;
    }

    private static boolean isNewLayer(Request request) {
        return RequestConstants.REQ_CREATE.equals(request.getType()) && request instanceof CreateRequest create
                && create.getNewObject() instanceof Layer;
    }

    @Override
    public Command getCommand(Request request) {
        if (!isNewLayer(request)) {
            return null;
        }
        CreateRequest create = (CreateRequest) request;
        Layer source = part.model().getSource();
        Point middle = create.getLocation().getCopy();
        getHostFigure().translateToRelative(middle);
        Point corner = CanvasGrid.cornerAround(middle);
        int x = part.model().getTarget().getX() == source.getX() ? source.getX() : corner.x;
        int y = Math.max(corner.y, source.getY() + CanvasGrid.ROW);
        return new InsertOnConnectionCommand((LayerGraph) part.model().eContainer(), part.model(),
                (Layer) create.getNewObject(), x, y, CanvasGrid.ROW);
    }

    @Override
    public void showTargetFeedback(Request request) {
        if (isNewLayer(request)) {
            part.connectionFigure().emphasise(Emphasis.SELECTED);
        }
    }

    @Override
    public void eraseTargetFeedback(Request request) {
        if (isNewLayer(request)) {
            part.connectionFigure().emphasise(Emphasis.NONE);
        }
    }
}
