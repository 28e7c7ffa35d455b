// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.ui.services.IServiceLocator;
import org.vesalius.experiment.Installation;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;

/**
 * The layer types that are installed, and the files made of them. What the workbench makes (editors, views, wizards,
 * handlers) asks it for them and hands them on by constructor.
 *
 * @param catalog all layer types
 */
public record LayerTypes(LayerCatalog catalog) {
    /** The catalog may not be null. */
    public LayerTypes {
        Objects.requireNonNull(catalog);
    }

    /** Returns the layer types of the workbench that offers some services. */
    public static LayerTypes of(IServiceLocator services) {
        return new LayerTypes(services.getService(Installation.class).layers());
    }

    /** Returns the reader and writer of networks made of these types. */
    public NetworkFiles files() {
        return new NetworkFiles(catalog);
    }

    /** Returns where the blocks come from that a network file uses by reference; reads each block once. */
    public ProjectBlocks blocks(Path networkFile) {
        return ProjectBlocks.of(networkFile, catalog);
    }
}
