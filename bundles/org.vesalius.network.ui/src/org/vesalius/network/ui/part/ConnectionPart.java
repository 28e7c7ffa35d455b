// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;
import org.eclipse.gef.requests.CreationFactory;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.figure.CardFigure.Emphasis;
import org.vesalius.network.ui.figure.ConnectionFigure;
import org.vesalius.network.ui.figure.LayerFigure;

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
        installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new EndsPolicy(connectionFigure()));
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

    /** Shows that a connection is selected, with handles at its ends by which it can be moved to other layers. */
    private static final class EndsPolicy extends ConnectionEndpointEditPolicy {
        private final ConnectionFigure figure;

        /** @param figure the connection */
        EndsPolicy(ConnectionFigure figure) {
            this.figure = figure;
        }

        @Override
        protected void showSelection() {
            super.showSelection();
            figure.emphasise(Emphasis.SELECTED);
        }

        @Override
        protected void hideSelection() {
            super.hideSelection();
            figure.emphasise(Emphasis.NONE);
        }
    }

    /** What the connection tool makes. */
    public static final class Factory implements CreationFactory {
        @Override
        public Object getNewObject() {
            return NetworkFactory.eINSTANCE.createConnection();
        }

        @Override
        public Object getObjectType() {
            return Connection.class;
        }
    }
}
