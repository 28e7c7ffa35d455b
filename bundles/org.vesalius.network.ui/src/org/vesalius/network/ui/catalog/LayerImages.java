// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
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
    private static final String FALLBACK = "Layer";

    private final IconSet icons = new IconSet(FrameworkUtil.getBundle(LayerImages.class), "icons/layers", FALLBACK);
    private final List<IconSet> contributed = contributed();

    /** Those that plug-ins bring with their layers. */
    private static List<IconSet> contributed() {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.vesalius.engine.layers"))
                .filter(layers -> layers.getAttribute("icons") != null)
                .map(layers -> new IconSet(Platform.getBundle(layers.getContributor().getName()),
                        layers.getAttribute("icons"), FALLBACK))
                .toList();
    }

    private IconSet of(EClass type) {
        return icons.has(type.getName()) ? icons
                : contributed.stream().filter(set -> set.has(type.getName())).findFirst().orElse(icons);
    }

    /** Returns the icon of a layer type. */
    public Image icon(EClass type) {
        return of(type).image(type.getName());
    }

    /** Returns the icon of a layer type. */
    public ImageDescriptor descriptor(EClass type) {
        return of(type).descriptor(type.getName());
    }

    /** Returns the icon of the worst of some problems, or null where there is none. */
    public Image badge(List<Problem> problems) {
        return problems.stream().map(Problem::severity).min(Severity::compareTo).map(ProblemList::icon).orElse(null);
    }

    @Override
    public void close() {
        icons.close();
        contributed.forEach(IconSet::close);
    }
}
