// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.outline;

import java.util.List;

import org.eclipse.gef.editparts.AbstractTreeEditPart;
import org.eclipse.swt.graphics.Image;
import org.vesalius.network.Layer;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.part.DesignContext;

/** A layer in the outline; a wrapper shows the layer inside it. */
final class LayerTreePart extends AbstractTreeEditPart {
    private final DesignContext context;

    LayerTreePart(Layer layer, DesignContext context) {
        super(layer);
        this.context = context;
    }

    private Layer layer() {
        return (Layer) getModel();
    }

    @Override
    protected List<Layer> getModelChildren() {
        return layer().eContents().stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    }

    @Override
    protected String getText() {
        String type = LayerInfo.of(layer().eClass()).label();
        String name = layer().getName();
        return name == null || name.isBlank() ? type : name + "  \u2013  " + type;
    }

    @Override
    protected Image getImage() {
        return context.images().icon(layer().eClass());
    }
}
