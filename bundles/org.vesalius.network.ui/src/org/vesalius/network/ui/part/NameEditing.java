// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.tools.CellEditorLocator;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

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
