// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Sees before an export that a network can be computed at all. A loss that does not fit keeps nobody from that.
 *
 * @param layers the layer types that there are
 * @param blocks where blocks in files come from
 */
public record ComputableNetwork(LayerCatalog layers, BlockSource blocks) {
    /**
     * The analysis of a network in which every layer has a shape.
     *
     * @throws ReportedException with the first problem, if there is none for some layer
     */
    public NetworkAnalysis analyse(Network network) {
        NetworkAnalysis analysis = new NetworkAnalyser(layers).analyse(network, blocks);
        analysis.expanded().orThrow();
        if (!analysis.order().isAcyclic() || analysis.expanded().network().getLayers().stream()
                .anyMatch(layer -> analysis.shapeOf(layer).isEmpty())) {
            throw refusal(analysis);
        }
        return analysis;
    }

    private static ReportedException refusal(NetworkAnalysis analysis) {
        return analysis.problems().stream().filter(Problem::isError).findFirst()
                .map(error -> new ReportedException(ErrorKind.INVALID_INPUT,
                        "The network can't be exported: " + error.message(), error.explanation()))
                .orElseGet(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                        "The network can't be exported: the shape of some layer is not known.",
                        "Connect all layers, or take out those that are not."));
    }
}
