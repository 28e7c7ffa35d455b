// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import org.vesalius.network.Block;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.LayerCatalog;

/** Reads and writes {@code .block} files: one block for use in several networks. */
public final class BlockFiles extends LayerGraphFiles<Block> {
    /** What the names of these files end with, without the dot. */
    public static final String EXTENSION = "block";

    /** @param catalog the layer types that may occur in files */
    public BlockFiles(LayerCatalog catalog) {
        super(EXTENSION, NetworkPackage.Literals.BLOCK, Block.class, catalog.packages());
    }
}
