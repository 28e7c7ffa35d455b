// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;

/** A copy of one person's version, in which the layers of the common base can be found. */
final class Version {
    private final EcoreUtil.Copier copies = new EcoreUtil.Copier();
    private final NetworkDiff diff;
    private final Network network;
    private final Map<Layer, LayerChange> changes = new IdentityHashMap<>();

    /** @param diff how the version differs from the base */
    Version(Network version, NetworkDiff diff) {
        this.diff = diff;
        network = (Network) copies.copy(version);
        copies.copyReferences();
        diff.changed().forEach(change -> changes.put(change.before(), change));
    }

    Network network() {
        return network;
    }

    /** How the version differs from the base. */
    NetworkDiff diff() {
        return diff;
    }

    /** What a layer of the base is in the copy; empty if this person removed it. */
    Optional<Layer> of(Layer base) {
        return diff.after(base).map(this::copy);
    }

    /** What a network or block of the base is in the copy. */
    Optional<LayerGraph> of(LayerGraph base) {
        return diff.matching().graphAfter(base).map(this::copy);
    }

    /** Lets another layer of the copy stand for a layer of the base from now on. */
    void replaced(Layer base, Layer with) {
        diff.after(base).ifPresent(version -> copies.put(version, with));
    }

    /** How this person changed a layer of the base, if so. */
    Optional<LayerChange> change(Layer base) {
        return Optional.ofNullable(changes.get(base));
    }

    /** Whether this person changed a layer of the base, or something inside it if it is a block. */
    boolean touched(Layer base) {
        if (changes.containsKey(base)) {
            return true;
        }
        boolean inside = base instanceof LayerGraph graph && graph.getLayers().stream().anyMatch(this::touched);
        return inside || diff.after(base).filter(Block.class::isInstance).map(Block.class::cast)
                .filter(block -> block.getLayers().stream().anyMatch(layer -> diff.before(layer).isEmpty()))
                .isPresent();
    }

    @SuppressWarnings("unchecked") // a copy has the class of its original
    private <T extends EObject> T copy(T original) {
        return (T) copies.get(original);
    }
}
