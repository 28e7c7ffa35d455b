// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.network.Connection;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.ui.field.AttributeField;
import org.vesalius.ui.field.EntryField;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.ModelEdits;
import org.vesalius.ui.field.ReadOnlyField;
import org.vesalius.ui.field.SharedAttribute;

/** The fields for connections, and for the network itself. */
final class OtherFields {
    private OtherFields() {
    }

    /** Returns the fields for connections: their ends, which input they are, and the shape that flows through. */
    static List<Field> connection(Selected selected) {
        List<Connection> connections = selected.connections();
        List<Field> fields = new ArrayList<>();
        if (connections.size() == 1) {
            ends(fields, selected, connections.get(0));
        } else {
            fields.add(new ReadOnlyField("Connections", "How many are selected.",
                    () -> Integer.toString(connections.size())));
        }
        ModelEdits edits = selected.design().edits();
        SharedAttribute.of(connections, NetworkPackage.Literals.CONNECTION__TARGET_INPUT::equals)
                .forEach(attribute -> fields.add(AttributeField.of(attribute, edits)));
        return fields;
    }

    private static void ends(List<Field> fields, Selected selected, Connection connection) {
        fields.add(new ReadOnlyField("From", "The layer whose result flows here.",
                () -> connection.getSource() == null ? "" : LayerInfo.called(connection.getSource())));
        fields.add(new ReadOnlyField("To", "The layer that takes it.",
                () -> connection.getTarget() == null ? "" : LayerInfo.called(connection.getTarget())));
        fields.add(new ReadOnlyField("Shape", "What flows here for one sample.",
                () -> selected.design().analysis().shapeOn(connection).map(Shape::display).orElse("not known")));
    }

    /** Returns the fields for the network: its name and what its author says of it. */
    static List<Field> network(Selected selected) {
        List<Network> network = List.of(selected.design().network());
        ModelEdits edits = selected.design().edits();
        return List.of(
                AttributeField.of(SharedAttribute.of(network, NetworkPackage.Literals.NETWORK__NAME::equals).get(0),
                        edits),
                EntryField.paragraph(
                        SharedAttribute.of(network, NetworkPackage.Literals.NETWORK__DESCRIPTION::equals).get(0),
                        edits));
    }
}
