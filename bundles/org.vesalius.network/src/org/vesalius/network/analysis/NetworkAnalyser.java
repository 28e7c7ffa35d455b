// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.check.CheckedNetwork;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.inference.ShapeInference;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Works out everything that can be said about a network before it is trained. Time grows linearly with layers and
 * connections; nothing a network can hold makes it fail.
 */
public final class NetworkAnalyser {
    private final LayerCatalog catalog;
    private final List<NetworkCheck> checks;

    /** @param catalog the layer types that can be used */
    public NetworkAnalyser(LayerCatalog catalog) {
        this(catalog, NetworkChecks.all());
    }

    /**
     * An analysis with checks of one's own.
     *
     * @param catalog the layer types that can be used
     * @param checks all checks to run; {@link NetworkChecks#all()} are not added
     */
    public NetworkAnalyser(LayerCatalog catalog, List<NetworkCheck> checks) {
        this.catalog = catalog;
        this.checks = List.copyOf(checks);
    }

    /**
     * Analyses a network as it stands now; it must not change meanwhile. Blocks in files are not found: for networks
     * that are in no file themselves.
     */
    public NetworkAnalysis analyse(Network network) {
        return analyse(network, BlockSource.none());
    }

    /**
     * Analyses a network as it stands now; it must not change meanwhile.
     *
     * @param network the drawing; what is found out about its blocks is found out about what they stand for
     * @param source where blocks in files come from
     */
    public NetworkAnalysis analyse(Network network, BlockSource source) {
        ExpandedNetwork expanded = BlockExpansion.expand(network, source);
        TopologicalOrder order = TopologicalOrder.of(expanded.network());
        InferredShapes inferred = ShapeInference.infer(catalog, order);
        CheckedNetwork checked = new CheckedNetwork(expanded, Graphs.in(network), catalog, order, inferred);
        List<Problem> found = new ArrayList<>(expanded.problems());
        checks.forEach(check -> found.addAll(run(check, checked)));
        found.addAll(inferred.problems());
        List<Problem> problems = new ArrayList<>(new DrawnProblems(network, expanded).of(found));
        problems.sort(Comparator.comparing(Problem::severity));
        return new NetworkAnalysis(expanded, order, inferred, problems);
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
}
