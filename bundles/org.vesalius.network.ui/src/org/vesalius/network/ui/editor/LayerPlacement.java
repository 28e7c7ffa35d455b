// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.Command;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.command.AddLayerCommand;
import org.vesalius.network.ui.command.AppendLayerCommand;
import org.vesalius.network.ui.command.ConnectionRules;
import org.vesalius.network.ui.command.InsertOnConnectionCommand;
import org.vesalius.network.ui.part.LayerPart;
import org.vesalius.network.ui.part.NewLayerOf;
import org.vesalius.network.ui.policy.CanvasGrid;

/** Puts a new layer where the keyboard would want it: behind the selected layer, connected. */
final class LayerPlacement {
    private static final int LEFT = 200;

    private final GraphicalViewer viewer;
    private final Network network;

    LayerPlacement(GraphicalViewer viewer, Network network) {
        this.viewer = viewer;
        this.network = network;
    }

    /** Adds a layer of a type and selects it. */
    void append(EClass type) {
        Layer layer = new NewLayerOf(type).getNewObject();
        viewer.getEditDomain().getCommandStack().execute(command(layer));
        if (viewer.getEditPartRegistry().get(layer) instanceof EditPart part) {
            viewer.select(part);
            viewer.reveal(part);
        }
    }

    private Command command(Layer layer) {
        Layer before = selected();
        if (before == null) {
            Layer lowest = lowest();
            return lowest == null ? new AddLayerCommand(network, layer, LEFT, CanvasGrid.ROW / 2)
                    : new AddLayerCommand(network, layer, lowest.getX(), lowest.getY() + CanvasGrid.ROW);
        }
        Command insertion = insertion(before, layer);
        if (insertion != null && insertion.canExecute()) {
            return insertion;
        }
        int y = before.getY() + CanvasGrid.ROW;
        return ConnectionRules.allows(before, layer) ? new AppendLayerCommand(network, before, layer, before.getX(), y)
                : new AddLayerCommand(network, layer, before.getX(), y);
    }

    private Command insertion(Layer before, Layer layer) {
        if (before.getOutgoing().size() != 1) {
            return null;
        }
        Connection connection = before.getOutgoing().get(0);
        return new InsertOnConnectionCommand(network, connection, layer, before.getX(),
                before.getY() + CanvasGrid.ROW, CanvasGrid.ROW);
    }

    private Layer selected() {
        List<?> parts = viewer.getSelectedEditParts();
        return parts.size() == 1 && parts.get(0) instanceof LayerPart part ? part.model() : null;
    }

    private Layer lowest() {
        return network.getLayers().stream().max((a, b) -> Integer.compare(a.getY(), b.getY())).orElse(null);
    }
}
