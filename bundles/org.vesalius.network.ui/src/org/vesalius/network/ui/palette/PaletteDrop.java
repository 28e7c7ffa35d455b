// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.dnd.TemplateTransferDropTargetListener;
import org.eclipse.gef.requests.CreationFactory;
import org.vesalius.network.ui.part.NewLayerOf;

/** Lets layer types of the palette be dropped on the canvas, or on a connection. */
public final class PaletteDrop extends TemplateTransferDropTargetListener {

    /** @param viewer the canvas */
    public PaletteDrop(EditPartViewer viewer) {
        super(viewer);
    }

    @Override
    protected CreationFactory getFactory(Object template) {
        return template instanceof EClass type ? new NewLayerOf(type) : null;
    }
}
