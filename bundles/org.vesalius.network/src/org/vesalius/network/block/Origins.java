// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;

/** How the layers of an expanded network and those of the drawing belong together. */
interface Origins {
    Optional<Origin> origin(Layer expanded);

    Optional<Layer> giver(Layer drawn);

    List<Layer> copies(Layer drawn);

    <T extends EObject> Optional<T> drawn(T expanded);

    /** The layers that were drawn and pass on what a layer gives that is no copy of theirs, such as blocks. */
    Set<Layer> passing();

    /**
     * Each object stands for itself.
     *
     * @param network the drawing
     */
    record Same(Network network) implements Origins {
        @Override
        public Optional<Origin> origin(Layer expanded) {
            return giver(expanded).map(layer -> new Origin(layer, List.of()));
        }

        @Override
        public Optional<Layer> giver(Layer drawn) {
            return drawn.eContainer() == network ? Optional.of(drawn) : Optional.empty();
        }

        @Override
        public Set<Layer> passing() {
            return Set.of();
        }

        @Override
        public List<Layer> copies(Layer drawn) {
            return giver(drawn).map(List::of).orElse(List.of());
        }

        @Override
        public <T extends EObject> Optional<T> drawn(T expanded) {
            return EcoreUtil.isAncestor(network, expanded) ? Optional.of(expanded) : Optional.empty();
        }
    }
}
