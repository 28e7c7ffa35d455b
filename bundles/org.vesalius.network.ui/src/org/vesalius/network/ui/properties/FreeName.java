// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.jface.viewers.ICellEditorValidator;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Wiring;

/** The rule for names: not empty, and no other layer of the network has it. */
public final class FreeName implements ICellEditorValidator {
    private final Layer layer;

    /** @param layer the layer that is named */
    public FreeName(Layer layer) {
        this.layer = layer;
    }

    @Override
    public String isValid(Object typed) {
        String name = ((String) typed).strip();
        if (name.isEmpty()) {
            return "A layer needs a name";
        }
        boolean taken = Wiring.networkOf(layer).stream().flatMap(network -> network.getLayers().stream())
                .anyMatch(other -> other != layer && name.equals(other.getName()));
        return taken ? "Another layer is called '" + name + "'" : null;
    }
}
