// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.icon;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.Bundle;

/**
 * The icons below one folder of one bundle: {@code <name>.png} in 16×16, with {@code <name>@2x.png}
 * beside it for dense screens. A name without a file shows the fallback, so that a layer type of a
 * lab needs no icon of its own.
 *
 * <p>Files are looked for once for each name. Images belong to the set and are released by {@link #close()}; use it on the UI thread.
 */
public final class IconSet implements AutoCloseable {
    private final Bundle bundle;
    private final String folder;
    private final String fallback;
    private final Map<String, ImageDescriptor> found = new HashMap<>();
    private final Map<String, Image> made = new HashMap<>();
    private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    /**
     * @param folder the folder inside the bundle, without slashes at its ends
     * @param fallback the name of the icon shown for a name that has none
     */
    public IconSet(Bundle bundle, String folder, String fallback) {
        this.bundle = Objects.requireNonNull(bundle);
        this.folder = Objects.requireNonNull(folder);
        this.fallback = Objects.requireNonNull(fallback);
    }

    /** Returns whether there is an icon of that name. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** Returns the icon of that name, or the fallback. */
    public ImageDescriptor descriptor(String name) {
        return found.computeIfAbsent(name, wanted -> {
            URL own = find(wanted);
            return ImageDescriptor.createFromURL(own != null ? own : find(fallback));
        });
    }

    /** Returns the icon of that name, or the fallback, as an image that belongs to this set. */
    public Image image(String name) {
        return made.computeIfAbsent(name, wanted -> images.create(descriptor(wanted)));
    }

    private URL find(String name) {
        return FileLocator.find(bundle, new Path(folder + "/" + name + ".png"));
    }

    @Override
    public void close() {
        images.dispose();
    }
}
