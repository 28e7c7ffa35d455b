// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ComputableNetwork;
import org.vesalius.network.exchange.onnx.write.ModelWriter;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * From a drawn network to an ONNX model; blocks are laid out layer by layer.
 *
 * @param layers the layer types that there are
 * @param blocks where blocks in files come from
 */
record NetworkAsModel(LayerCatalog layers, BlockSource blocks) {
    /**
     * Writes a network.
     *
     * @throws org.vesalius.core.ReportedException if something in the network can't be computed, or ONNX no operators for it
     */
    ModelWriter.WrittenModel write(Network network, Optional<NetworkWeights> weights) {
        return ModelWriter.write(new ComputableNetwork(layers, blocks).analyse(network), weights);
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
}
