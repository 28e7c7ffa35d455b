// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.MergeMode;
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

    /** A recurrent layer in both directions: one operator, whose two results are then joined. */
    static final class BothDirections implements LayerWriter<Bidirectional> {
        private static final List<String> PREFIXES = List.of("forward/", "backward/");

        @Override
        public Signal write(Bidirectional layer, LayerSite site) {
            if (!(layer.getLayer() instanceof Recurrent inside)) {
                throw site.refuse("there is no recurrent layer inside", "Choose a recurrent layer for its inside.");
            }
            if (inside.isGoBackwards()) {
                throw site.refuse("the layer inside goes backwards itself", "Switch Go backwards off inside.");
            }
            String both = new RecurrentOperator(inside, site).run("bidirectional", PREFIXES);
            int directions = inside.isReturnSequences() ? 1 : 0;
            String joined = layer.getMerge() == MergeMode.CONCATENATE ? oneBehindTheOther(both, directions, inside, site)
                    : combined(both, directions, layer.getMerge(), site);
            Layout layout = inside.isReturnSequences() ? Layout.TIME_FIRST : Layout.NATURAL;
            return new Signal(joined, site.shape(), layout).counting(inside.isReturnSequences()
                    ? site.input().lengths() : Optional.empty());
        }

        private static String oneBehindTheOther(String both, int directions, Recurrent inside, LayerSite site) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, directions + 3).boxed().toList());
            order.set(directions, directions + 1);
            order.set(directions + 1, directions);
            String beside = site.op("Transpose").in(both).ints("perm", order).out();
            List<Long> shape = new ArrayList<>(IntStream.rangeClosed(0, directions).mapToObj(axis -> 0L).toList());
            shape.add(2L * inside.getUnits());
            return site.op("Reshape").in(beside, site.graph().constant(shape)).out();
        }

        private static String combined(String both, int directions, MergeMode merge, LayerSite site) {
            if (merge == MergeMode.ADD) {
                return site.op("ReduceSum").in(both, site.graph().constant(List.of((long) directions)))
                        .integer("keepdims", 0).out();
            }
            return site.op(merge == MergeMode.MULTIPLY ? "ReduceProd" : "ReduceMean").in(both)
                    .ints("axes", List.of(directions)).integer("keepdims", 0).out();
        }
    }
}
