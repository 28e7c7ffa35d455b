// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.diff.Rewiring;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;

/** Makes the left network like the right one, difference by difference. */
final class TakeOver {
    private final Network left;
    private final NetworkDiff diff;

    /** @param diff the difference from left to right */
    TakeOver(Network left, NetworkDiff diff) {
        this.left = Objects.requireNonNull(left);
        this.diff = Objects.requireNonNull(diff);
    }

    /** Adds a copy of a layer of the right, connected with the layers that both have; with its id, if that is free. */
    void add(Layer right) {
        LayerGraph graph = graph(right);
        Layer copy = EcoreUtil.copy(right);
        graph.getLayers().add(copy);
        renewIds(copy);
        Wiring wiring = new Wiring(graph);
        for (Connection in : List.copyOf(right.getIncoming())) {
            counterpart(in.getSource()).ifPresent(source -> wiring.connect(source, copy, in.getTargetInput()));
        }
        for (Connection out : List.copyOf(right.getOutgoing())) {
            counterpart(out.getTarget()).filter(target -> target.eContainer() == graph)
                    .ifPresent(target -> replace(wiring, copy, target, out.getTargetInput()));
        }
    }

    /** A block may hold layers that also stand elsewhere on the left; a file in which two have one id can't be read. */
    private void renewIds(Layer copy) {
        Set<String> taken = layers().filter(layer -> !EcoreUtil.isAncestor(copy, layer)).map(Layer::getId)
                .collect(Collectors.toSet());
        LayerIds ids = LayerIds.of(left);
        layers().filter(layer -> EcoreUtil.isAncestor(copy, layer) && taken.contains(layer.getId()))
                .forEach(layer -> layer.setId(ids.next()));
    }

    private Stream<Layer> layers() {
        Iterable<EObject> all = left::eAllContents;
        return StreamSupport.stream(all.spliterator(), false).filter(Layer.class::isInstance).map(Layer.class::cast);
    }

    /** What the input got until now came another way on the right. */
    private static void replace(Wiring wiring, Layer source, Layer target, int input) {
        List<Connection> present = target.getIncoming().stream()
                .filter(connection -> connection.getTargetInput() == input).toList();
        present.forEach(wiring::disconnect);
        wiring.connect(source, target, input);
    }

    /** Removes a layer of the left with its connections. */
    void remove(Layer gone) {
        new Wiring((LayerGraph) gone.eContainer()).remove(gone);
    }

    /** Leads an input of a layer of the left to where it comes from on the right. */
    void rewire(Rewiring rewiring) {
        Layer target = diff.before(rewiring.target()).orElseThrow();
        Wiring wiring = new Wiring((LayerGraph) target.eContainer());
        Optional<Layer> source = rewiring.after().flatMap(this::counterpart);
        if (source.isPresent()) {
            replace(wiring, source.get(), target, rewiring.input());
        } else if (rewiring.after().isEmpty()) {
            target.getIncoming().stream().filter(connection -> connection.getTargetInput() == rewiring.input()).toList()
                    .forEach(wiring::disconnect);
        }
    }

    /** Puts a copy of the layer of the right in the place of one of another type. */
    void replace(Layer present, Layer right) {
        Layer copy = EcoreUtil.copy(right);
        copy.setX(present.getX());
        copy.setY(present.getY());
        EcoreUtil.replace(present, copy);
        List.copyOf(present.getIncoming()).forEach(connection -> connection.setTarget(copy));
        List.copyOf(present.getOutgoing()).forEach(connection -> connection.setSource(copy));
        copy.setId(present.getId());
        renewIds(copy);
    }

    private Optional<Layer> counterpart(Layer right) {
        return right == null ? Optional.empty() : diff.before(right).or(() -> byId(right.getId()));
    }

    /** A layer that was taken over before has the id that it has on the right. */
    private Optional<Layer> byId(String id) {
        return left.getLayers().stream().filter(layer -> layer.getId().equals(id)).findFirst();
    }

    /** Returns where a layer of the right belongs on the left: into the same block if there is one, else the network. */
    private LayerGraph graph(Layer right) {
        EObject container = right.eContainer();
        return container instanceof Layer block && counterpart(block).orElse(null) instanceof LayerGraph known ? known : left;
    }
}
