// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.net.URL;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
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
    private final Map<Severity, Image> badges = new EnumMap<>(Severity.class);
    private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    /** @param catalog the layer types, which come with their icons */
    public LayerImages(LayerCatalog catalog) {
        this.catalog = Objects.requireNonNull(catalog);
    }

    /** Returns the icon of a layer type, a plain one if it has none. */
    public Image icon(EClass type) {
        return made.computeIfAbsent(type, wanted -> images.create(inMemory(descriptor(wanted))));
    }

    /** Returns the icon of a layer type, a plain one if it has none. */
    public ImageDescriptor descriptor(EClass type) {
        return found.computeIfAbsent(type, wanted -> ImageDescriptor.createFromURL(catalog.icon(wanted).orElse(PLAIN)));
    }

    /** Returns the icon of the worst of some problems, or null where there is none. */
    public Image badge(List<Problem> problems) {
        return problems.stream().map(Problem::severity).min(Severity::compareTo).map(this::badge).orElse(null);
    }

    private Image badge(Severity severity) {
        return badges.computeIfAbsent(severity,
                wanted -> images.create(inMemory(ImageDescriptor.createFromImage(ProblemList.icon(wanted)))));
    }

    /** Where the screen isn't at 100 %, the toolkit asks for the pixels at each drawing, and would read the file for them. */
    private static ImageDescriptor inMemory(ImageDescriptor icon) {
        Map<Integer, ImageData> kept = new HashMap<>();
        return ImageDescriptor.createFromImageDataProvider(zoom -> kept.computeIfAbsent(zoom, icon::getImageData));
    }

    @Override
    public void close() {
        images.dispose();
    }
}
