// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import java.nio.file.Path;
import org.eclipse.ui.PlatformUI;
import org.vesalius.experiment.Installation;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;

/** The one place where the window asks which layer types there are. */
public final class LayerTypes {
    private LayerTypes() {
    }

    /** Returns all layer types. */
    public static LayerCatalog catalog() {
        return PlatformUI.getWorkbench().getService(Installation.class).layers();
    }

    /** Returns the reader and writer of networks made of these types. */
    public static NetworkFiles files() {
        return new NetworkFiles(catalog());
    }

    /** Returns where the blocks come from that a network file uses by reference; reads each block once. */
    public static BlockSource blocks(Path networkFile) {
        return ProjectBlocks.of(networkFile, catalog());
    }
}
