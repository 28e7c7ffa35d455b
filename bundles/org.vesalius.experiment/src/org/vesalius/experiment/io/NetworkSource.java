// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.util.Objects;
import org.vesalius.network.Network;
import org.vesalius.network.io.LayerGraphFiles;
import org.vesalius.network.io.ProjectBlocks;

/**
 * The network of an experiment as it was read once, with the blocks it refers to: what is checked and what is frozen are
 * the same bytes, whatever happens to the files meanwhile. Not for use by several threads.
 *
 * @param content the network file
 * @param blocks the blocks of its project; each file is read once
 */
public record NetworkSource(LayerGraphFiles.Content<Network> content, ProjectBlocks blocks) {
    /** Neither may be null. */
    public NetworkSource {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(blocks, "blocks");
    }

    /** The network. */
    public Network network() {
        return content.graph();
    }
}
