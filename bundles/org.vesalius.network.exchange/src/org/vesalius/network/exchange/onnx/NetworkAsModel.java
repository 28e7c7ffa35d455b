// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.exchange.onnx.write.ModelWriter;
import org.vesalius.network.exchange.onnx.write.WrittenModel;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * From a drawn network to an ONNX model.
 *
 * @param catalog the layer types
 */
record NetworkAsModel(LayerCatalog catalog) {
    /**
     * Writes a network.
     *
     * @throws ReportedException if something in the network can't be computed, or ONNX no operators for it
     */
    WrittenModel write(Network network, Optional<NetworkWeights> weights) {
        NetworkAnalysis analysis = new NetworkAnalyzer(catalog).analyze(network);
        if (!computable(network, analysis)) {
            throw refusal(analysis);
        }
        return ModelWriter.write(network, analysis, weights);
    }

    /** A loss that does not fit keeps nobody from computing with the network. */
    private static boolean computable(Network network, NetworkAnalysis analysis) {
        return analysis.order().isAcyclic()
                && network.getLayers().stream().allMatch(layer -> analysis.shapeOf(layer).isPresent());
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
