// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import org.vesalius.network.Network;

/**
 * Two people's changes of a network together.
 *
 * @param network the network with the changes of both; where they contradict each other, as in "ours"
 * @param conflicts what has to be decided by a person; none if all went well
 */
public record MergedNetwork(Network network, List<MergeConflict> conflicts) {

    /** Copies the list. */
    public MergedNetwork {
        conflicts = List.copyOf(conflicts);
    }
}
