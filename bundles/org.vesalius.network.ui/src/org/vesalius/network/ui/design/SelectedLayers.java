// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.design;

import java.util.List;

import org.eclipse.gef.EditPart;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.vesalius.network.Layer;

/** The layers in a selection, of canvas or outline. */
public final class SelectedLayers {
    private SelectedLayers() {
    }

    /** Returns the layers; none if the selection is about something else. */
    public static List<Layer> of(ISelection selection) {
        if (!(selection instanceof IStructuredSelection elements)) {
            return List.of();
        }
        List<?> parts = elements.toList();
        return parts.stream().map(part -> part instanceof EditPart edit ? edit.getModel() : null)
                .filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    }
}
