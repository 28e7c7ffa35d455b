// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;
import java.util.Optional;

import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.design.OpenDesign;

/**
 * What the Properties view is about: layers and connections that are selected in a designer, or the network itself
 * where neither is.
 *
 * @param design the designer
 * @param layers the selected layers; whatever else is selected with them does not count
 * @param connections the selected connections
 */
record Selected(OpenDesign design, List<Layer> layers, List<Connection> connections) {

    /** Reads a selection; empty if it is none of a designer with a network. */
    static Optional<Selected> of(ISelection selection) {
        if (!(selection instanceof IStructuredSelection elements)) {
            return Optional.empty();
        }
        List<?> parts = elements.toList();
        return parts.stream().map(Selected::design).flatMap(Optional::stream).findFirst()
                .map(design -> new Selected(design, models(parts, Layer.class), models(parts, Connection.class)));
    }

    private static Optional<OpenDesign> design(Object element) {
        EditPartViewer viewer = element instanceof EditPart part ? part.getViewer() : null;
        boolean open = viewer != null && viewer.getEditDomain() instanceof DefaultEditDomain domain
                && domain.getEditorPart() instanceof OpenDesign design && design.network() != null;
        return open ? Optional.of((OpenDesign) ((DefaultEditDomain) viewer.getEditDomain()).getEditorPart())
                : Optional.empty();
    }

    private static <T> List<T> models(List<?> parts, Class<T> type) {
        return parts.stream().map(part -> part instanceof EditPart edit ? edit.getModel() : null)
                .filter(type::isInstance).map(type::cast).toList();
    }

    /** Tells whether the view is about the network as a whole. */
    boolean isNetwork() {
        return layers.isEmpty() && connections.isEmpty();
    }

    /** Tells whether the view is about connections alone. */
    boolean isConnections() {
        return layers.isEmpty() && !connections.isEmpty();
    }

    /** Returns the only layer, where it is one. */
    Optional<Layer> layer() {
        return layers.size() == 1 ? Optional.of(layers.get(0)) : Optional.empty();
    }
}
