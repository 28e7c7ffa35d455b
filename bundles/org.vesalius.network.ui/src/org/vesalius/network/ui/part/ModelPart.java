// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.List;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.vesalius.network.Layer;

/**
 * A part with a figure, typed by its model.
 *
 * @param <M> the class of the model
 */
abstract class ModelPart<M> extends AbstractGraphicalEditPart {
    private final Class<M> type;
    private final DesignContext context;

    ModelPart(M model, Class<M> type, DesignContext context) {
        this.type = type;
        this.context = context;
        setModel(model);
    }

    /** Returns the model. */
    public final M model() {
        return type.cast(getModel());
    }

    final DesignContext context() {
        return context;
    }

    /** Returns the elements of an untyped list that are of a type. */
    static <P> List<P> typed(List<?> raw, Class<P> wanted) {
        return raw.stream().filter(wanted::isInstance).<P>map(wanted::cast).toList();
    }

    /** Returns the part above this one. */
    final GraphicalEditPart graphicalParent() {
        return (GraphicalEditPart) getParent();
    }

    /** Makes a new part for the model of a child, at the same place; it is selected if the old one was. */
    final void replaceChild(LayerPart child) {
        boolean selected = getViewer().getSelectedEditParts().contains(child);
        Layer model = child.model();
        int index = getChildren().indexOf(child);
        removeChild(child);
        addChild(createChild(model), index);
        if (selected) {
            getViewer().appendSelection((EditPart) getViewer().getEditPartRegistry().get(model));
        }
    }
}
