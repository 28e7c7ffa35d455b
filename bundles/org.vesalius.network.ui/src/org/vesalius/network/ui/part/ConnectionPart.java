// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.figure.ConnectionFigure;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.policy.ConnectionEndsPolicy;
import org.vesalius.network.ui.policy.InsertPolicy;

/** A connection on the canvas. */
public final class ConnectionPart extends AbstractConnectionEditPart {
    private final DesignContext context;

    ConnectionPart(Connection connection, DesignContext context) {
        this.context = context;
        setModel(connection);
    }

    /** Returns the model. */
    public Connection model() {
        return (Connection) getModel();
    }

    /** Returns the figure by its own type. */
    public ConnectionFigure connectionFigure() {
        return (ConnectionFigure) getFigure();
    }

    @Override
    protected IFigure createFigure() {
        return new ConnectionFigure(context.style());
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new ConnectionEndsPolicy(connectionFigure()));
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new InsertPolicy(this));
    }

    @Override
    protected void refreshVisuals() {
        connectionFigure().setLabel(isToldBeside() ? "" : shape());
    }

    private String shape() {
        return context.analysis().shapeOn(model()).map(Shape::display).orElse("");
    }

    /** Shows the colours of a new theme. */
    void restyle() {
        connectionFigure().restyle(context.style());
    }

    /** Routes again if other layers may have come in its way or gone from it. */
    void rerouteIfLong() {
        refreshVisuals();
        if (isLong(model())) {
            getFigure().revalidate();
        }
    }

    /** A shape need not stand on a way around layers where it stands on the short way to the next. */
    private boolean isToldBeside() {
        Layer source = model().getSource();
        return source != null && isLong(model()) && source.getOutgoing().stream()
                .anyMatch(other -> other.eContainer() != null && !isLong(other));
    }

    private static boolean isLong(Connection connection) {
        Layer source = connection.getSource();
        Layer target = connection.getTarget();
        return source != null && target != null && Math.abs(target.getY() - source.getY()) > 2 * LayerFigure.HEIGHT;
    }
}
