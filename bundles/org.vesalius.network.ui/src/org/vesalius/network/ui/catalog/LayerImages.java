// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.ui.icon.IconSet;
import org.vesalius.ui.problem.ProblemList;

/** Icons of layer types and of problems. Close it with the designer, on the UI thread. */
public final class LayerImages implements AutoCloseable {
    private final IconSet icons = new IconSet(FrameworkUtil.getBundle(LayerImages.class), "icons/layers", "Layer");

    /** Returns the icon of a layer type. */
    public Image icon(EClass type) {
        return icons.image(type.getName());
    }

    /** Returns the icon of a layer type. */
    public ImageDescriptor descriptor(EClass type) {
        return icons.descriptor(type.getName());
    }

    /** Returns the icon of the worst of some problems, or null where there is none. */
    public Image badge(List<Problem> problems) {
        return problems.stream().map(Problem::severity).min(Severity::compareTo).map(ProblemList::icon).orElse(null);
    }

    @Override
    public void close() {
        icons.close();
    }
}
