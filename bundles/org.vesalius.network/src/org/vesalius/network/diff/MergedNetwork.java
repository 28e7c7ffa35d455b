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
public record MergedNetwork(Network network, List<Conflict> conflicts) {

    /** Copies the list. */
    public MergedNetwork {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A place where two people changed the same thing in different ways. The merged network has one of both.
     *
     * @param layerId the id of the layer it is about, in the merged network or, where it is gone there, in the other
     *        version; empty for the network as a whole
     * @param message what both did, in the user's words, one sentence
     */
    public record Conflict(String layerId, String message) {
    }
}
