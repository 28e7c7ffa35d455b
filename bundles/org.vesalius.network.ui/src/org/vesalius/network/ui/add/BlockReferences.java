// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.add;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.vesalius.network.BlockReference;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.block.edit.MovedReferences;

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
    public static String path(Path network, Path block) {
        return network.getParent().relativize(block).toString().replace('\\', '/');
    }

    /**
     * Returns how paths change when references come from one file into another; empty if the other is in no folder of
     * this computer.
     *
     * @param from the file that paths started from
     * @param to the file that they start from afterwards
     */
    public static Optional<MovedReferences> moved(Path from, IFile to) {
        IPath project = to.getProject().getLocation();
        return project == null || to.getLocation() == null ? Optional.empty()
                : Optional.of(new MovedReferences(project.toPath(), from, to.getLocation().toPath()));
    }
}
