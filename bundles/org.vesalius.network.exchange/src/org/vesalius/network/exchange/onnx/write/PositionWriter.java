// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.shape.Axis;

/** Positions added to the steps of a sequence: a table of the graph, or a learned one. */
final class PositionWriter implements LayerWriter<PositionalEncoding> {
    private static final double LONGEST_WAVE = 10000;

    @Override
    public Signal write(PositionalEncoding layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        int steps = in.shape().size(0);
        if (steps == Axis.UNKNOWN) {
            throw site.refuse("the number of time steps is not known", "Give the input a fixed number of time steps.");
        }
        String table = layer.getKind() == PositionKind.LEARNED ? learned(steps, site)
                : site.graph().constant("positions", Tensors.ofFloats(List.of(steps, in.shape().size(1)),
                        waves(in.shape().size(1), site.newNumbers(steps, in.shape().size(1)))));
        return in.with(site.op("Add").in(in.value(), table).out());
    }

    private static String learned(int steps, LayerSite site) {
        GraphWriter graph = site.graph();
        return site.op("Slice").in(site.weight("embeddings"), graph.constant(List.of(0L)),
                graph.constant(List.of((long) steps)), graph.constant(List.of(0L))).out();
    }

    /** PE(p, 2k) = sin(p/10000^(2k/features)), PE(p, 2k + 1) the cosine. Source: arXiv:1706.03762, section 3.5. */
    private static float[] waves(int features, float[] table) {
        for (int i = 0; i < table.length; i++) {
            int position = i / features;
            int feature = i % features;
            double angle = position / Math.pow(LONGEST_WAVE, (feature - feature % 2) / (double) features);
            table[i] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        return table;
    }
}
