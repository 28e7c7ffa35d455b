// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.meta.LayerInfo;

/** Carries the changes of one person over to the version of another. */
final class Merging {
    private final Version ours;
    private final NetworkDiff theirs;
    private final List<MergedNetwork.Conflict> conflicts = new ArrayList<>();
    /** What layers that they added are here. */
    private final Map<Layer, Layer> added = new IdentityHashMap<>();
    private final Map<String, Layer> byId = new HashMap<>();
    private final Set<Layer> leaving = Collections.newSetFromMap(new IdentityHashMap<>());

    Merging(Version ours, NetworkDiff theirs) {
        this.ours = ours;
        this.theirs = theirs;
        LayerMatching.layers(ours.network()).forEach(layer -> byId.put(layer.getId(), layer));
        theirs.removed().forEach(base -> ours.of(base).ifPresent(leaving::add));
    }

    Network network() {
        return ours.network();
    }

    List<MergedNetwork.Conflict> conflicts() {
        return conflicts;
    }

    void run() {
        theirs.properties().forEach(this::property);
        theirs.added().forEach(this::add);
        LayerMerging layers = new LayerMerging(ours, this::conflict);
        theirs.changed().forEach(layers::merge);
        theirs.added().forEach(this::connect);
        theirs.rewired().forEach(this::rewire);
        theirs.removed().forEach(this::remove);
    }

    private void property(AttributeChange change) {
        Optional<AttributeChange> our = ours.diff().properties().stream()
                .filter(other -> other.attribute() == change.attribute()).findFirst();
        if (our.isEmpty()) {
            network().eSet(change.attribute(), change.after());
        } else if (!Likeness.same(our.get().after(), change.after())) {
            conflict("", "Both changed the " + change.label().toLowerCase(Locale.ROOT)
                    + " of the network in different ways.");
        }
    }

    private void add(Layer layer) {
        if (added.containsKey(layer)) {
            return;
        }
        Optional<LayerGraph> graph = graph(layer);
        Optional<Layer> twin = twin(layer);
        if (graph.isEmpty()) {
            conflict(layer, LayerInfo.called(layer) + " was added to a block that is gone here.");
        } else if (twin.isPresent()) {
            added.put(layer, twin.get());
            if (!Likeness.essence(twin.get()).equals(Likeness.essence(layer))) {
                conflict(twin.get(), "Both added " + LayerInfo.called(layer) + " with different settings.");
            }
        } else {
            copyInto(graph.get(), layer);
        }
    }

    /** A block comes with all that is inside it, as all of that is new, too. */
    private void copyInto(LayerGraph graph, Layer layer) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Layer copy = (Layer) copier.copy(layer);
        copier.copyReferences();
        LayerIds ids = LayerIds.of(network());
        copier.forEach((original, copied) -> {
            if (original instanceof Layer one && copied instanceof Layer other) {
                added.put(one, other);
                if (byId.containsKey(other.getId())) {
                    other.setId(ids.next());
                }
                byId.put(other.getId(), other);
            }
        });
        graph.getLayers().add(copy);
    }

    /** The same layer, added by us, too: people share a change by copying it. */
    private Optional<Layer> twin(Layer layer) {
        return Optional.ofNullable(layer.getId()).map(byId::get).filter(other -> other.eClass() == layer.eClass());
    }

    private void connect(Layer layer) {
        Layer target = added.get(layer);
        if (target == null || !Inputs.connections(target).isEmpty()) {
            return;
        }
        for (Connection connection : Inputs.connections(layer)) {
            Optional<Layer> source = Optional.ofNullable(connection.getSource()).flatMap(this::here);
            if (source.isPresent() && source.get().eContainer() == target.eContainer()) {
                new Wiring((LayerGraph) target.eContainer()).connect(source.get(), target,
                        connection.getTargetInput());
            }
        }
    }

    private void rewire(Rewiring rewiring) {
        Optional<Layer> target = here(rewiring.target());
        if (target.isEmpty()) {
            conflict(rewiring.target(), LayerInfo.called(rewiring.target()) + " was connected otherwise by one and"
                    + " removed by the other.");
            return;
        }
        Optional<Layer> wanted = rewiring.after().flatMap(this::here);
        Optional<Connection> present = Inputs.connections(target.get()).stream()
                .filter(connection -> connection.getTargetInput() == rewiring.input()).findFirst();
        Optional<Layer> now = present.map(Connection::getSource);
        if (now.equals(wanted)) {
            return;
        }
        if (!now.equals(rewiring.before().flatMap(ours::of))) {
            conflict(target.get(), "Both led something else into input " + (rewiring.input() + 1) + " of "
                    + LayerInfo.called(target.get()) + ".");
            return;
        }
        if (wanted.isEmpty() && rewiring.after().isPresent()) {
            conflict(target.get(), "Input " + (rewiring.input() + 1) + " of " + LayerInfo.called(target.get())
                    + " comes from " + LayerInfo.called(rewiring.after().get())
                    + " for one, which the other removed; it stays as it was.");
            return;
        }
        redirect(target.get(), rewiring.input(), present, wanted);
    }

    private static void redirect(Layer target, int input, Optional<Connection> present, Optional<Layer> wanted) {
        LayerGraph graph = (LayerGraph) target.eContainer();
        if (wanted.isEmpty()) {
            present.ifPresent(connection -> {
                connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
                connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
                graph.getConnections().remove(connection);
            });
        } else if (wanted.get().eContainer() == graph) {
            present.ifPresentOrElse(connection -> connection.setSource(wanted.get()),
                    () -> new Wiring(graph).connect(wanted.get(), target, input));
        }
    }

    private void remove(Layer base) {
        Optional<Layer> here = ours.of(base);
        if (here.isEmpty() || here.get().eContainer() == null) {
            return;
        }
        Layer layer = here.get();
        boolean used = layer.getOutgoing().stream().anyMatch(connection -> connection.eContainer() != null
                && connection.getTarget() != null && !leaving.contains(connection.getTarget()));
        if (ours.touched(base) || used) {
            conflict(layer, LayerInfo.called(layer)
                    + " was removed by one, and changed or used by the other; it stays.");
            return;
        }
        Wiring.graphOf(layer).ifPresent(graph -> new Wiring(graph).remove(layer));
    }

    /** The network or block of ours that a layer of theirs belongs into. */
    private Optional<LayerGraph> graph(Layer layer) {
        EObject around = layer.eContainer();
        if (around instanceof Network) {
            return Optional.of(network());
        }
        return here((Layer) around).filter(LayerGraph.class::isInstance).map(LayerGraph.class::cast);
    }

    /** What a layer of theirs is here. */
    private Optional<Layer> here(Layer their) {
        return Optional.ofNullable(added.get(their)).or(() -> theirs.before(their).flatMap(ours::of))
                .filter(layer -> layer.eContainer() != null);
    }

    private void conflict(Layer layer, String message) {
        conflict(layer.getId() == null ? "" : layer.getId(), message);
    }

    private void conflict(String layer, String message) {
        conflicts.add(new MergedNetwork.Conflict(layer, message));
    }
}
