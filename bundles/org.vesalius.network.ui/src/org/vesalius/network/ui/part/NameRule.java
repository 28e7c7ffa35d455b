// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.eclipse.gef.tools.CellEditorLocator;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.ui.command.SetFeatureCommand;

/** The rule for names: not empty, and no other layer of the network has it. */
public final class NameRule implements ICellEditorValidator {
    private final Layer layer;

    /** @param layer the layer that is named */
    public NameRule(Layer layer) {
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

/** Lets the name of a layer be changed on the canvas; a name that another layer has changes nothing. */
final class RenamePolicy extends DirectEditPolicy {
    private final Layer layer;

    /** @param layer the layer */
    RenamePolicy(Layer layer) {
        this.layer = layer;
    }

    @Override
    protected Command getDirectEditCommand(DirectEditRequest request) {
        Object text = request.getCellEditor().getValue();
        return text instanceof String name && new NameRule(layer).isValid(name) == null
                ? new SetFeatureCommand("Rename", layer, NetworkPackage.Literals.LAYER__NAME, name.strip())
                : null;
    }

    @Override
    protected void showCurrentEditValue(DirectEditRequest request) {
        // the text field covers the old name until it is done
    }
}

/** A text field over the name of a layer. */
final class NameEditing extends DirectEditManager {
    private final LayerPart part;

    NameEditing(LayerPart part) {
        super(part, TextCellEditor.class, locator(part));
        this.part = part;
    }

    private static CellEditorLocator locator(LayerPart part) {
        return editor -> {
            Rectangle place = part.card().nameBox();
            part.getFigure().translateToAbsolute(place);
            Control control = editor.getControl();
            Point size = control.computeSize(-1, -1);
            control.setBounds(place.x - 4, place.y - 3, Math.max(place.width, 80) + 8, Math.max(size.y, place.height));
        };
    }

    @Override
    protected void initCellEditor() {
        String name = part.model().getName();
        getCellEditor().setValue(name == null ? "" : name);
    }
}
