// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.vesalius.core.check.Fix;

/**
 * A fix that can be found in a network whose blocks were expanded, and carried out in the drawing. Fixes of other kinds
 * are not offered for layers inside blocks.
 */
public interface TransferableFix extends Fix {
    /** The same change of what was drawn; empty where the drawing has no place for it. */
    Optional<Fix> in(Drawing drawing);
}
