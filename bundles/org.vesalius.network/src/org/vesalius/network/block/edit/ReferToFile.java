// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.NetworkFactory;

/**
 * Puts a reference to a file in place of a block that was saved there. Ids of its expanded layers, by which trained
 * weights are found, stay the same.
 *
 * @param block the block
 * @param path the file, relative to that of the network, with / between folders
 */
public record ReferToFile(Block block, String path) {

    /** Carries the change out, and gives the reference. */
    public BlockReference apply() {
        BlockReference reference = NetworkFactory.eINSTANCE.createBlockReference();
        reference.setPath(path);
        TakePlace.of(block, reference);
        return reference;
    }
}
