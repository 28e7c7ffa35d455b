// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.vesalius.network.Connection;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.part.DesignContext;

/** The properties of a connection: its ends, which input it is, and the shape that flows through it. */
public final class ConnectionProperties extends ModelProperties {
    private static final String GENERAL = "Connection";

    /** @param connection a connection of the network that is edited */
    public ConnectionProperties(Connection connection, DesignContext context) {
        super(connection);
        addFact("From", GENERAL, "The layer whose result flows here.",
                () -> connection.getSource() == null ? "" : LayerInfo.called(connection.getSource()));
        addFact("To", GENERAL, "The layer that takes it.",
                () -> connection.getTarget() == null ? "" : LayerInfo.called(connection.getTarget()));
        add(NetworkPackage.Literals.CONNECTION__TARGET_INPUT, GENERAL);
        addFact("Shape", "Computed", "What flows here for one sample.",
                () -> context.analysis().shapeOn(connection).map(Shape::display).orElse("not known"));
    }
}
