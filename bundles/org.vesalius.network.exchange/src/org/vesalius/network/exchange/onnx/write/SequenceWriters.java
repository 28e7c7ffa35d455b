// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Embedding;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Masking;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.shape.Axis;

/** Layers for sequences that carry no state. */
final class SequenceWriters {
    private SequenceWriters() {
    }

    static Signal embedding(Embedding layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        String numbers = site.op("Cast").in(in.value()).integer("to", DataType.INT64.getNumber()).out();
        String value = site.op("Gather").in(site.weight("embeddings"), numbers).integer("axis", 0).out();
        return new Signal(value, site.shape(), Layout.NATURAL, in.lengths());
    }

    static Signal lastStep(LastTimeStep layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        GraphWriter graph = site.graph();
        if (in.lengths().isPresent()) {
            return new Signal(lastCounting(in, site), site.shape(), Layout.NATURAL);
        }
        String last = site.op("Slice").in(in.value(), graph.constant(List.of(-1L)),
                graph.constant(List.of(Long.MAX_VALUE)), graph.constant(List.of(1L))).out();
        String value = site.op("Squeeze").in(last, graph.constant(List.of(1L))).out();
        return new Signal(value, site.shape(), Layout.NATURAL);
    }

    /** Masked steps become 0, as in Keras; how many steps of each sample count goes along with them. */
    static Signal masking(Masking layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        if (in.shape().size(0) == Axis.UNKNOWN) {
            throw site.refuse("the number of time steps is not known", "Give the input a fixed number of time steps.");
        }
        site.remarks().accept("missing steps are skipped at the end of a sequence only, as ONNX knows no others");
        String marked = site.op("Equal").in(in.value(), site.graph().constant(layer.getMaskValue())).out();
        String there = number(site.op("Not").in(marked).out(), DataType.FLOAT, site);
        String counts = site.op("ReduceMax").in(there).ints("axes", List.of(2)).integer("keepdims", 1).out();
        return in.with(site.op("Mul").in(in.value(), counts).out())
                .counting(Optional.of(lengths(counts, in.shape().size(0), site)));
    }

    /** The number of the last step that counts, counted from 1. */
    private static String lengths(String counts, int steps, LayerSite site) {
        float[] numbers = site.newNumbers(1, steps);
        for (int step = 0; step < steps; step++) {
            numbers[step] = step + 1f;
        }
        String column = site.graph().constant("steps", Protos.ofFloats(List.of(steps, 1), numbers));
        String numbered = site.op("Mul").in(counts, column).out();
        String last = site.op("ReduceMax").in(numbered).ints("axes", List.of(1, 2)).integer("keepdims", 0).out();
        return number(last, DataType.INT32, site);
    }

    private static String lastCounting(Signal in, LayerSite site) {
        GraphWriter graph = site.graph();
        String lengths = number(in.lengths().orElseThrow(), DataType.INT64, site);
        String index = site.op("Sub").in(lengths, graph.constant(List.of(1L))).out();
        String column = site.op("Unsqueeze").in(index, graph.constant(List.of(1L))).out();
        return site.op("GatherND").in(in.value(), column).integer("batch_dims", 1).out();
    }

    private static String number(String value, DataType type, LayerSite site) {
        return site.op("Cast").in(value).integer("to", type.getNumber()).out();
    }

    /** Positions added to the steps of a sequence: a table of the graph, or a learned one. */
    static final class Positions implements LayerWriter<PositionalEncoding> {
        private static final double LONGEST_WAVE = 10000;

        @Override
        public Signal write(PositionalEncoding layer, LayerSite site) {
            Signal in = site.input(Layout.NATURAL);
            int steps = in.shape().size(0);
            if (steps == Axis.UNKNOWN) {
                throw site.refuse("the number of time steps is not known", "Give the input a fixed number of time steps.");
            }
            String table = layer.getKind() == PositionKind.LEARNED ? learned(steps, site)
                    : site.graph().constant("positions", Protos.ofFloats(List.of(steps, in.shape().size(1)),
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
}
