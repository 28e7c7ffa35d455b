// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;

/** Copies one network, or the inside of a block in one repetition, into the expanded network. */
final class GraphCopy {
    private final Expander expander;
    private final Scope scope;
    private final LayerGraph graph;
    private final List<Optional<Layer>> inputs;
    /** What gives the result of a layer drawn here; nothing is known of layers behind a mistake. */
    private final Map<Layer, Layer> givers = new IdentityHashMap<>();
    private final Map<Layer, Layer> placed = new IdentityHashMap<>();
    private Optional<Layer> result = Optional.empty();

    /** @param inputs what flows into the block, in order; empty entries are not known */
    GraphCopy(Expander expander, Scope scope, LayerGraph graph, List<Optional<Layer>> inputs) {
        this.expander = expander;
        this.scope = scope;
        this.graph = graph;
        this.inputs = inputs;
    }

    /** Copies everything, and gives what comes out at the block's output, if that is known. */
    Optional<Layer> run() {
        expander.order(graph).layers().forEach(this::place);
        // layers in a ring keep it, and all that stand behind one their connections
        graph.getLayers().stream().filter(layer -> isPlain(layer) && !placed.containsKey(layer)).forEach(this::copy);
        graph.getConnections().forEach(this::connect);
        return result;
    }

    private void place(Layer layer) {
        if (isPlain(layer)) {
            copy(layer);
        } else if (layer instanceof Block || layer instanceof BlockReference) {
            known(layer, new BlockCopy(expander, scope, layer).run(sources(layer)));
        } else if (layer instanceof BlockInput input) {
            known(layer, input.getIndex() < inputs.size() && input.getIndex() >= 0 ? inputs.get(input.getIndex())
                    : Optional.empty());
        } else if (layer instanceof BlockOutput) {
            Optional<Layer> source = sources(layer).stream().findFirst().flatMap(first -> first);
            known(layer, source);
            result = result.or(() -> source);
        }
    }

    /** Whether a layer is computed as it stands; the marks of a block and misplaced ends of a network are not. */
    private boolean isPlain(Layer layer) {
        boolean mark = layer instanceof BlockInput || layer instanceof BlockOutput;
        boolean end = layer instanceof Input || layer instanceof Output;
        return !(layer instanceof Block || layer instanceof BlockReference || scope.level() > 0 && (mark || end));
    }

    private void copy(Layer layer) {
        expander.count();
        Layer copy = upToDate(layer);
        scope.copies().add(layer, copy);
        expander.claim(copy.getId(), scope);
        expander.flat().add(copy);
        expander.origins().add(copy, scope.origin(layer), scope.blocks());
        if (scope.reference().isEmpty()) {
            drawn(layer, copy);
        }
        placed.put(layer, copy);
        known(layer, Optional.of(copy));
    }

    /** The copy of the expansion before, with what changed since; a new one, where there is none. */
    private Layer upToDate(Layer layer) {
        Optional<Layer> before = scope.copies().before(layer);
        if (before.isPresent() && !scope.copies().changed() && !expander.changed(layer)) {
            scope.copies().keepProblems(layer).forEach(expander.problems()::add);
            return before.get();
        }
        DistinctProblems problems = new DistinctProblems();
        Layer copy = newCopy(layer, problems);
        scope.copies().addProblems(layer, problems.problems());
        problems.problems().forEach(expander.problems()::add);
        if (before.isEmpty() || Takeover.of(copy, before.get())) {
            expander.flat().changed(before.orElse(copy));
        }
        return before.orElse(copy);
    }

    private Layer newCopy(Layer layer, DistinctProblems problems) {
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Layer copy = (Layer) copier.copy(layer);
        new Variations(scope, problems).applyTo(copier);
        if (scope.level() > 0) {
            copy.setId(scope.idPrefix() + layer.getId());
            copy.setName(scope.namePrefix() + Scope.name(layer));
        }
        return copy;
    }

    /** A copy has what it was copied from inside, in the same places. */
    private void drawn(EObject original, EObject copy) {
        expander.origins().drawing(copy, original);
        if (original.eClass().getEAllContainments().isEmpty()) {
            return;
        }
        List<EObject> inside = original.eContents();
        for (int i = 0; i < inside.size(); i++) {
            drawn(inside.get(i), copy.eContents().get(i));
        }
    }

    private void known(Layer layer, Optional<Layer> giver) {
        giver.ifPresent(found -> {
            givers.put(layer, found);
            if (scope.reference().isEmpty()) {
                expander.origins().giver(layer, found);
            }
        });
    }

    private List<Optional<Layer>> sources(Layer layer) {
        List<Optional<Layer>> sources = new ArrayList<>();
        for (Layer source : Inputs.of(layer)) {
            sources.add(Optional.ofNullable(givers.get(source)));
        }
        return sources;
    }

    private void connect(Connection drawn) {
        Layer source = givers.get(drawn.getSource());
        Layer target = placed.get(drawn.getTarget());
        if (source == null || target == null) {
            return;
        }
        Connection connection = scope.copies().before(drawn).filter(before -> before.getSource() == source
                && before.getTarget() == target && before.getTargetInput() == drawn.getTargetInput())
                .orElseGet(() -> connected(source, target, drawn.getTargetInput()));
        scope.copies().add(drawn, connection);
        expander.flat().add(connection);
        if (scope.reference().isEmpty()) {
            expander.origins().drawing(connection, drawn);
        }
    }

    private Connection connected(Layer source, Layer target, int input) {
        Connection connection = NetworkFactory.eINSTANCE.createConnection();
        connection.setTargetInput(input);
        connection.setSource(source);
        connection.setTarget(target);
        expander.flat().rewired(connection);
        return connection;
    }
}
