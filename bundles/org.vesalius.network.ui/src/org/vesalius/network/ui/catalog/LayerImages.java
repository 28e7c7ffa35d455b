// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.ui.icon.IconSet;

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
        return problems.stream().map(Problem::severity).min(Severity::compareTo).map(this::badge).orElse(null);
    }

    /** Returns the icon of a severity. */
    public Image badge(Severity severity) {
        String name = switch (severity) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case ADVICE -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
        return PlatformUI.getWorkbench().getSharedImages().getImage(name);
    }

    @Override
    public void close() {
        icons.close();
    }
}
