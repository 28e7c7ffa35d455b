// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Optional;

import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IWorkbenchPart;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.network.ui.part.LayerPart;

/** What the actions need of the editor they belong to. Used on the UI thread. */
public interface Designer extends IWorkbenchPart, OpenDesign {
    /** Returns what the canvas shows, the network or the inside of a block; null as long as none could be read. */
    LayerGraph shown();

    /** Shows a network or the inside of a block on the canvas. */
    void show(LayerGraph graph);

    /** Returns what the parts share; empty as long as no network could be read. */
    Optional<DesignContext> context();

    /** Returns the canvas. */
    GraphicalViewer viewer();

    /** Returns the actions of the editor. */
    ActionRegistry actions();

    /** Makes an action known to menus, keys and tool bar, and lets it follow selection and command stack. */
    void register(IAction action);

    /** Returns the parts of the selected layers, in the order of their selection. */
    default List<LayerPart> selectedLayers() {
        return ((List<?>) viewer().getSelectedEditParts()).stream().filter(LayerPart.class::isInstance)
                .map(LayerPart.class::cast).toList();
    }
}
