// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.onnx.write.ModelWriter;
import org.vesalius.network.exchange.onnx.write.WrittenModel;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * From a drawn network to an ONNX model; blocks are laid out layer by layer.
 *
 * @param catalog the layer types
 * @param blocks where blocks in files come from
 */
record NetworkAsModel(LayerCatalog catalog, BlockSource blocks) {
    /**
     * Writes a network.
     *
     * @throws ReportedException if something in the network can't be computed, or ONNX no operators for it
     */
    WrittenModel write(Network network, Optional<NetworkWeights> weights) {
        NetworkAnalysis analysis = new NetworkAnalyzer(catalog).analyze(network, blocks);
        analysis.expanded().orThrow();
        if (!computable(analysis)) {
            throw refusal(analysis);
        }
        return ModelWriter.write(analysis, weights);
    }

    /** The network as one that needs no other files: as drawn, or laid out if it refers to blocks in files. */
    Network alone(Network network) {
        return refers(network) ? BlockExpansion.expand(network, blocks).network() : network;
    }

    private static boolean refers(Network network) {
        TreeIterator<EObject> all = network.eAllContents();
        while (all.hasNext()) {
            if (all.next() instanceof BlockReference) {
                return true;
            }
        }
        return false;
    }

    /** A loss that does not fit keeps nobody from computing with the network. */
    private static boolean computable(NetworkAnalysis analysis) {
        return analysis.order().isAcyclic()
                && analysis.expanded().network().getLayers().stream().allMatch(layer -> analysis.shapeOf(layer).isPresent());
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
