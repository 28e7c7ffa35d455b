// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.nio.file.Path;

import org.vesalius.network.BlockReference;
import org.vesalius.network.NetworkFactory;

/** Makes references to blocks in files. */
public final class BlockReferences {
    private BlockReferences() {
    }

    /**
     * Returns a new reference.
     *
     * @param network the file of the network that shall hold it
     * @param block the file of the block
     */
    public static BlockReference to(Path network, Path block) {
        BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
        reference.setPath(path(network, block));
        return reference;
    }

    /** Returns the way from a network to a block, with slashes on every system. */
    static String path(Path network, Path block) {
        return network.getParent().relativize(block).toString().replace('\\', '/');
    }
}
