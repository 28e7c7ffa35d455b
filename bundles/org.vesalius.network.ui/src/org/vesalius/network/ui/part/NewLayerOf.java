// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.Objects;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.gef.requests.CreationFactory;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.FillWrapper;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;

/** Makes layers of one type with the defaults of the metamodel; a wrapper gets something to wrap. */
public final class NewLayerOf implements CreationFactory {
    private final LayerCatalog catalog;
    private final EClass type;

    /** @param type a concrete layer type of the catalog */
    public NewLayerOf(LayerCatalog catalog, EClass type) {
        this.catalog = Objects.requireNonNull(catalog);
        this.type = Objects.requireNonNull(type);
    }

    @Override
    public Layer getNewObject() {
        Layer layer = (Layer) EcoreUtil.create(type);
        catalog.behavior(layer).flatMap(LayerBehavior::usualInside)
                .ifPresent(inside -> new FillWrapper("Fill", layer, inside).apply());
        return layer;
    }

    @Override
    public EClass getObjectType() {
        return type;
    }
}
