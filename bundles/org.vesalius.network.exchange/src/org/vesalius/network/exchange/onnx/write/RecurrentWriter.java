// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.Recurrent;

/**
 * Recurrent layers that read in one direction.
 *
 * @param <L> the layer type
 */
final class RecurrentWriter<L extends Recurrent> implements LayerWriter<L> {
    @Override
    public Signal write(L layer, LayerSite site) {
        String direction = layer.isGoBackwards() ? "reverse" : "forward";
        String result = new RecurrentOperator(layer, site).run(direction, List.of(""));
        GraphWriter graph = site.graph();
        if (!layer.isReturnSequences()) {
            String state = site.op("Squeeze").in(result, graph.constant(List.of(0L))).out();
            return new Signal(state, site.shape(), Layout.NATURAL);
        }
        String steps = site.op("Squeeze").in(result, graph.constant(List.of(1L))).out();
        String ordered = layer.isGoBackwards() ? inOrderOfReading(steps, site) : steps;
        return new Signal(ordered, site.shape(), Layout.TIME_FIRST, site.input().lengths());
    }

    /** ONNX gives the results back in the order of time. */
    private static String inOrderOfReading(String steps, LayerSite site) {
        GraphWriter graph = site.graph();
        return site.op("Slice").in(steps, graph.constant(List.of(-1L)), graph.constant(List.of(Long.MIN_VALUE)),
                graph.constant(List.of(0L)), graph.constant(List.of(-1L))).out();
    }
}
