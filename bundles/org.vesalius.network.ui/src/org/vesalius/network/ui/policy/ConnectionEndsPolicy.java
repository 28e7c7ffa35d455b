// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.policy;

import org.eclipse.gef.editpolicies.ConnectionEndpointEditPolicy;
import org.vesalius.network.ui.figure.ConnectionFigure;
import org.vesalius.network.ui.figure.Emphasis;

/** Shows that a connection is selected, with handles at its ends by which it can be moved to other layers. */
public final class ConnectionEndsPolicy extends ConnectionEndpointEditPolicy {
    private final ConnectionFigure figure;

    /** @param figure the connection */
    public ConnectionEndsPolicy(ConnectionFigure figure) {
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
