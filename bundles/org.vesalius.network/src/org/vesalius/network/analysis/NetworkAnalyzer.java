// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.check.CheckedNetwork;
import org.vesalius.network.check.NetworkCheck;
import org.vesalius.network.check.NetworkChecks;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.inference.ShapeInference;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Works out everything that can be said about a network before it is trained. Time grows linearly with layers and
 * connections; nothing a network can hold makes it fail.
 */
public final class NetworkAnalyzer {
    private final LayerCatalog catalog;
    private final List<NetworkCheck> checks;

    /** @param catalog the layer types that can be used */
    public NetworkAnalyzer(LayerCatalog catalog) {
        this(catalog, NetworkChecks.standard());
    }

    /**
     * An analysis with checks of one's own.
     *
     * @param catalog the layer types that can be used
     * @param checks all checks to run; {@link NetworkChecks#standard()} are not added
     */
    public NetworkAnalyzer(LayerCatalog catalog, List<NetworkCheck> checks) {
        this.catalog = catalog;
        this.checks = List.copyOf(checks);
    }

    /** Analyses a network as it stands now; it must not change meanwhile. */
    public NetworkAnalysis analyze(Network network) {
        TopologicalOrder order = TopologicalOrder.of(network);
        InferredShapes inferred = ShapeInference.infer(catalog, order);
        CheckedNetwork checked = new CheckedNetwork(network, catalog, order, inferred);
        List<Problem> problems = new ArrayList<>();
        checks.forEach(check -> problems.addAll(run(check, checked)));
        problems.addAll(inferred.problems());
        problems.sort(Comparator.comparing(Problem::severity));
        return new NetworkAnalysis(List.copyOf(network.getLayers()), order, inferred, problems);
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
