// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.Optional;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.catalog.LayerTypes;

/** The line above the tabs: what is selected. */
public final class PropertiesTitle extends LabelProvider {
    private final LayerImages images = new LayerImages(LayerTypes.of(PlatformUI.getWorkbench()).catalog());

    @Override
    public String getText(Object selection) {
        return selected(selection).map(PropertiesTitle::text).orElse("");
    }

    private static Optional<Selected> selected(Object selection) {
        return selection instanceof ISelection elements ? Selected.of(elements) : Optional.empty();
    }

    private static String text(Selected selected) {
        if (selected.isNetwork()) {
            String name = selected.design().network().getName();
            return name == null || name.isBlank() ? "Network" : "Network '" + name + "'";
        }
        if (selected.isConnections()) {
            int count = selected.connections().size();
            return count == 1 ? "Connection" : count + " connections";
        }
        return selected.layer().map(LayerInfo::called).orElseGet(() -> selected.layers().size() + " layers");
    }

    @Override
    public Image getImage(Object selection) {
        return selected(selection).flatMap(Selected::layer).map(layer -> images.icon(layer.eClass())).orElse(null);
    }

    @Override
    public void dispose() {
        images.close();
        super.dispose();
    }
}
