// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.Set;
import org.vesalius.network.Layer;

/**
 * One of many analyses of the same network, as one who looks at layers sees it.
 *
 * @param number one more than that of the analysis before
 * @param places the layers, in the order in which results are told
 * @param changed those of which something new may be found out, and those that are gone
 */
public record Round(long number, Places places, Set<Layer> changed) {
    /** The number of no round. */
    static final long NEVER = Long.MIN_VALUE;

    /** Whether what was found out in a round still holds for all layers but those that changed. */
    boolean follows(long before) {
        return before == number - 1;
    }
}
