// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.check.CheckedNetwork;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.incremental.DrawnChanges;
import org.vesalius.network.incremental.GraphOrders;
import org.vesalius.network.incremental.Places;
import org.vesalius.network.incremental.Round;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Analyses one network again and again while it is edited. Each time only that is worked out anew which depends on what
 * changed: the layers themselves, those behind them as far as shapes change, and what checks say of them. The result is
 * that of an analysis of the whole, which is one with nothing kept. Not for use by several threads; what it gives is
 * for all.
 */
public final class IncrementalAnalysis {
    private final LayerCatalog catalog;
    private final List<NetworkCheck> checks;
    private final Network network;
    private long number;
    private Drawn drawn;
    private Optional<Computed> computed = Optional.empty();
    private Set<Layer> affected = Set.of();

    IncrementalAnalysis(LayerCatalog catalog, List<NetworkCheck> checks, Network network) {
        this.catalog = catalog;
        this.checks = checks;
        this.network = network;
        forget();
    }

    /**
     * Analyses the network as it stands now; it must not change meanwhile.
     *
     * @param source where blocks in files come from; the same block has to be the same object each time
     * @param changed whatever has attributes or references that changed since the last analysis, what came among it,
     *     and what is gone; none for the first
     */
    public NetworkAnalysis analyse(BlockSource source, Collection<? extends EObject> changed) {
        number++;
        boolean done = false;
        try {
            NetworkAnalysis analysis = analysis(source, changed);
            done = true;
            return analysis;
        } finally {
            if (!done) {
                forget();
            }
        }
    }

    private void forget() {
        drawn = new Drawn();
        computed = Optional.empty();
    }

    /** The layers that were drawn of which the last analysis may say something new. */
    public Set<Layer> affected() {
        return affected;
    }

    /** The layers that were drawn, in an order of computation, those in rings last; what is in a block follows it. */
    public List<Layer> inOrder() {
        if (drawn.inOrder.isEmpty()) {
            List<Layer> layers = new ArrayList<>();
            addInOrder(network, layers);
            drawn.inOrder = Optional.of(List.copyOf(layers));
        }
        return drawn.inOrder.get();
    }

    private void addInOrder(LayerGraph graph, List<Layer> layers) {
        Set<Layer> ordered = new LinkedHashSet<>(drawn.orders.of(graph).layers());
        ordered.addAll(graph.getLayers());
        for (Layer layer : ordered) {
            layers.add(layer);
            if (layer instanceof LayerGraph block) {
                addInOrder(block, layers);
            }
        }
    }

    private NetworkAnalysis analysis(BlockSource source, Collection<? extends EObject> changed) {
        DrawnChanges changes = DrawnChanges.of(changed, drawn.orders);
        drawn.update(network, changes.structure());
        ExpandedNetwork expanded = drawn.expansion.expand(source, changes);
        Optional<Computed> before = computed.filter(kept -> kept.isOf(expanded.network()));
        Computed computed = before.orElseGet(() -> new Computed(expanded.network(), catalog));
        this.computed = Optional.of(computed);
        computed.update(drawn.expansion, expanded, drawn.orders);
        InferredShapes inferred = computed.infer(number);
        CheckedNetwork checked = new CheckedNetwork(expanded, drawn.graphs, catalog,
                new CheckedNetwork.Orders(computed.order(), drawn.orders::of), inferred, computed.memory(),
                computed.rounds(new Round(number, drawn.places, changes.near())));
        affected = expanded.affected(drawn.expanded.orElse(expanded), computed.changed());
        affected.addAll(before.isEmpty() ? drawn.places.layers() : changes.near());
        drawn.expanded = Optional.of(expanded);
        return new NetworkAnalysis(expanded, computed.order(), inferred,
                NetworkFigures.of(checked.layers(), inferred), problems(checked));
    }

    private List<Problem> problems(CheckedNetwork checked) {
        List<Problem> found = new ArrayList<>(checked.expanded().problems());
        checks.forEach(check -> found.addAll(run(check, checked)));
        found.addAll(checked.inferred().problems());
        List<Problem> problems = new ArrayList<>(new DrawnProblems(network, checked.expanded()).of(found));
        problems.sort(Comparator.comparing(Problem::severity));
        return problems;
    }

    /** A check of a plug-in that fails must not take the others with it. */
    private static List<Problem> run(NetworkCheck check, CheckedNetwork checked) {
        try {
            return check.check(checked);
        } catch (RuntimeException e) {
            return List.of(Problem.warning("network.check", "", "A check of the network could not be carried out: "
                    + check.getClass().getName() + " fails.",
                    "This is a mistake in the program or a plug-in, not in the network; tell its authors: " + e));
        }
    }

    /** What is kept of the drawing. */
    private final class Drawn {
        private final GraphOrders orders = new GraphOrders();
        private final BlockExpansion expansion = new BlockExpansion(network);
        private Optional<ExpandedNetwork> expanded = Optional.empty();
        private List<LayerGraph> graphs = List.of();
        private Optional<List<Layer>> inOrder = Optional.empty();
        private Places places = Places.of(List.of());

        void update(Network root, boolean structure) {
            if (structure || graphs.isEmpty()) {
                graphs = Graphs.in(root);
                inOrder = Optional.empty();
                places = places.or(graphs.stream().flatMap(graph -> graph.getLayers().stream()).toList());
            }
        }
    }
}
