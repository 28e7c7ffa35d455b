// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.policy;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.ui.command.SetFeatureCommand;
import org.vesalius.network.ui.properties.FreeName;

/** Lets the name of a layer be changed on the canvas; a name that another layer has changes nothing. */
public final class RenamePolicy extends DirectEditPolicy {
    private final Layer layer;

    /** @param layer the layer */
    public RenamePolicy(Layer layer) {
        this.layer = layer;
    }

    @Override
    protected Command getDirectEditCommand(DirectEditRequest request) {
        Object text = request.getCellEditor().getValue();
        return text instanceof String name && new FreeName(layer).isValid(name) == null
                ? new SetFeatureCommand("Rename", layer, NetworkPackage.Literals.LAYER__NAME, name.strip())
                : null;
    }

    @Override
    protected void showCurrentEditValue(DirectEditRequest request) {
        // the text field covers the old name until it is done
    }
}
