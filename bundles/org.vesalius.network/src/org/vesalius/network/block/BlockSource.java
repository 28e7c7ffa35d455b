// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;

/** Where the blocks that are used by reference come from. */
@FunctionalInterface
public interface BlockSource {
    /**
     * Finds the block that a reference names.
     *
     * @param path what the reference says: a path relative to the file that holds it, with / between folders
     * @throws ReportedException if there is no such block, it can't be read, or the path leads out of the project
     */
    Found find(String path);

    /** Knows no block: for networks that are in no file, beside which there could be others. */
    static BlockSource none() {
        return path -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Blocks in files can't be found, because the network is in no file itself.",
                    "Save the network first, or put the layers of the block into it.");
        };
    }

    /**
     * A block that a reference led to.
     *
     * @param block the block; not to be changed
     * @param identity equal for the same file, however it was reached; references in a ring are found by it
     * @param inside where references inside this block lead
     */
    public record Found(Block block, Object identity, BlockSource inside) {

        /** No component may be null. */
        public Found {
            Objects.requireNonNull(block, "block");
            Objects.requireNonNull(identity, "identity");
            Objects.requireNonNull(inside, "inside");
        }
    }
}
