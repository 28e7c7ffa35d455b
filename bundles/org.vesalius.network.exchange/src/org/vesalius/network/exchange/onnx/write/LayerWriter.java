// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import org.vesalius.network.Layer;

/**
 * Writes layers of one type as ONNX operators. Stateless.
 *
 * @param <L> the layer type
 */
@FunctionalInterface
interface LayerWriter<L extends Layer> {
    /**
     * Adds the operators of a layer to the graph.
     *
     * @param layer the layer
     * @param site its inputs, its weights, and where its operators go
     * @return the layer's result
     * @throws org.vesalius.core.ReportedException if ONNX has no operators for what the layer does
     */
    Signal write(L layer, LayerSite site);
}
