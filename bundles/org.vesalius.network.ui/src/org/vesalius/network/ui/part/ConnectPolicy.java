// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.DropRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.eclipse.gef.requests.SelectionRequest;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.ui.command.ConnectCommand;
import org.vesalius.network.ui.command.ReconnectCommand;
import org.vesalius.network.ui.figure.CardFigure.Emphasis;
import org.vesalius.network.ui.figure.ConnectionFigure;

/**
 * Lets connections start and end at a layer. Where it shows its inputs as tabs, a connection ends at the nearest one.
 */
public final class ConnectPolicy extends GraphicalNodeEditPolicy {
    private final LayerPart part;
    private final DesignContext context;

    /** @param part the layer */
    public ConnectPolicy(LayerPart part, DesignContext context) {
        this.part = part;
        this.context = context;
    }

    @Override
    protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
        Layer source = part.model();
        if (source instanceof Output) {
            return null;
        }
        ConnectCommand command = new ConnectCommand(part.graph(), source);
        request.setStartCommand(command);
        return command;
    }

    @Override
    protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
        ConnectCommand command = (ConnectCommand) request.getStartCommand();
        command.setTarget(part.model(), input(request.getLocation()));
        return command;
    }

    /** Without tabs there is no choice: the connection becomes the last input. */
    private int input(Point location) {
        return part.card().hasTabs() && location != null ? part.inputAt(location) : Integer.MAX_VALUE;
    }

    @Override
    protected Command getReconnectSourceCommand(ReconnectRequest request) {
        return ReconnectCommand.source(part.graph(), connection(request), part.model());
    }

    @Override
    protected Command getReconnectTargetCommand(ReconnectRequest request) {
        return ReconnectCommand.target(part.graph(), connection(request), part.model(), input(request.getLocation()));
    }

    private static org.vesalius.network.Connection connection(ReconnectRequest request) {
        return ((ConnectionPart) request.getConnectionEditPart()).model();
    }

    @Override
    protected Connection createDummyConnection(Request request) {
        ConnectionFigure line = new ConnectionFigure(context.style());
        line.emphasise(Emphasis.PRIMARY);
        return line;
    }

    @Override
    public void showTargetFeedback(Request request) {
        super.showTargetFeedback(request);
        if (request instanceof SelectionRequest selection && request.getType() == RequestConstants.REQ_SELECTION) {
            part.card().setPortHot(part.isOnPort(selection.getLocation()));
        }
    }

    @Override
    public void eraseTargetFeedback(Request request) {
        super.eraseTargetFeedback(request);
        part.card().setPortHot(false);
    }

    @Override
    public EditPart getTargetEditPart(Request request) {
        return request.getType() == RequestConstants.REQ_SELECTION ? null : super.getTargetEditPart(request);
    }

    @Override
    protected void showTargetConnectionFeedback(DropRequest request) {
        Command command = getCommand((Request) request);
        part.card().setTargeted(command != null && command.canExecute());
    }

    @Override
    protected void eraseTargetConnectionFeedback(DropRequest request) {
        part.card().setTargeted(false);
    }
}
