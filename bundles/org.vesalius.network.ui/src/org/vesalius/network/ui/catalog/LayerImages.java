// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.ui.problem.ProblemList;

/**
 * Icons of layer types, each looked for once, and of problems. Images belong to it and are released by {@link #close()}.
 * Used on the UI thread.
 */
public final class LayerImages implements AutoCloseable {
    private static final URL PLAIN = LayerImages.class.getResource("/icons/layer.png");

    private final LayerCatalog catalog;
    private final Map<EClass, ImageDescriptor> found = new HashMap<>();
    private final Map<EClass, Image> made = new HashMap<>();
    private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    /** @param catalog the layer types, which come with their icons */
    public LayerImages(LayerCatalog catalog) {
        this.catalog = Objects.requireNonNull(catalog);
    }

    /** Returns the icon of a layer type, a plain one if it has none. */
    public Image icon(EClass type) {
        return made.computeIfAbsent(type, wanted -> images.create(descriptor(wanted)));
    }

    /** Returns the icon of a layer type, a plain one if it has none. */
    public ImageDescriptor descriptor(EClass type) {
        return found.computeIfAbsent(type, wanted -> ImageDescriptor.createFromURL(catalog.icon(wanted).orElse(PLAIN)));
    }

    /** Returns the icon of the worst of some problems, or null where there is none. */
    public Image badge(List<Problem> problems) {
        return problems.stream().map(Problem::severity).min(Severity::compareTo).map(ProblemList::icon).orElse(null);
    }

    @Override
    public void close() {
        images.dispose();
    }
}
