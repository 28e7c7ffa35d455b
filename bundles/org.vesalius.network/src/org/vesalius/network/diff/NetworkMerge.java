// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Network;
import org.vesalius.network.graph.LayerIds;

/**
 * Brings the changes together that two people made to copies of one network. What only one of them changed is taken
 * over; what both changed in the same way, once. Contradictions stay as in "ours" and are reported; where only the
 * other one moved layers into or out of blocks, they stay as in "theirs".
 */
public final class NetworkMerge {
    private NetworkMerge() {
    }

    /**
     * Merges three versions of a network, which stay as they are.
     *
     * @param base the version that both started from
     * @param ours one version; what is not changed in the other stays as here, places on the canvas among it
     * @param theirs the other version
     */
    public static MergedNetwork merge(Network base, Network ours, Network theirs) {
        NetworkDiff our = NetworkDiff.between(base, ours);
        NetworkDiff their = NetworkDiff.between(base, theirs);
        boolean regrouped = regroups(their);
        if (regrouped && regroups(our)) {
            return new MergedNetwork(EcoreUtil.copy(ours), List.of(new MergedNetwork.Conflict("",
                    "Both moved layers into or out of blocks; group them again by hand. Nothing was taken over.")));
        }
        // who moved layers into blocks starts, so that the other changes find the layers where they are now
        return regrouped ? merge(new Version(theirs, their), our) : merge(new Version(ours, our), their);
    }

    private static MergedNetwork merge(Version start, NetworkDiff change) {
        Merging merging = new Merging(start, change);
        merging.run();
        LayerIds.of(merging.network()).assignMissing(merging.network());
        return new MergedNetwork(merging.network(), distinct(merging.conflicts()));
    }

    private static boolean regroups(NetworkDiff diff) {
        return diff.changed().stream().anyMatch(change -> change.moved().isPresent());
    }

    private static List<MergedNetwork.Conflict> distinct(List<MergedNetwork.Conflict> conflicts) {
        Set<MergedNetwork.Conflict> seen = new HashSet<>();
        List<MergedNetwork.Conflict> each = new ArrayList<>();
        conflicts.stream().filter(seen::add).forEach(each::add);
        return each;
    }
}
