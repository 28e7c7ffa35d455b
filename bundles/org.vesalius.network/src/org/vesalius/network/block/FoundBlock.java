// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Objects;
import org.vesalius.network.Block;

/**
 * A block that a reference led to.
 *
 * @param block the block; not to be changed
 * @param identity equal for the same file, however it was reached; references in a ring are found by it
 * @param inside where references inside this block lead
 */
public record FoundBlock(Block block, Object identity, BlockSource inside) {

    /** No component may be null. */
    public FoundBlock {
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(inside, "inside");
    }
}
