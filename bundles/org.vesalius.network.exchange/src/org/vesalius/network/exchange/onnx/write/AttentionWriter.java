// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.Attention;
import org.vesalius.network.weights.WeightSpec;

/**
 * Attention with several heads, put together from products, a softmax and permutations. Source: Vaswani et al.,
 * arXiv:1706.03762.
 *
 * @param <L> the layer type
 */
final class AttentionWriter<L extends Attention> implements LayerWriter<L> {
    @Override
    public Signal write(L layer, LayerSite site) {
        List<Signal> inputs = site.inputs(Layout.NATURAL);
        Signal queries = inputs.get(0);
        Signal values = inputs.get(Math.min(1, inputs.size() - 1));
        Signal keys = inputs.get(inputs.size() > 2 ? 2 : Math.min(1, inputs.size() - 1));
        String query = heads(queries, "query", List.of(0, 2, 1, 3), layer, site);
        String key = heads(keys, "key", List.of(0, 2, 3, 1), layer, site);
        String value = heads(values, "value", List.of(0, 2, 1, 3), layer, site);
        String joined = joined(gathered(query, key, value, layer, site), site, layer);
        return new Signal(joined, site.shape(), Layout.NATURAL, queries.lengths());
    }

    /** The projection of a sequence, with an axis for the heads. */
    private String heads(Signal in, String part, List<Integer> order, L layer, LayerSite site) {
        WeightSpec kernel = site.spec(part + "_kernel");
        int width = layer.getHeads() * layer.getKeyDimension();
        String projected = site.op("MatMul").in(in.value(), site.weight(part + "_kernel",
                WeightLayout.reshaped(kernel.shape(), List.of(kernel.shape().get(0), width)))).out();
        String shifted = layer.isUseBias() ? site.op("Add").in(projected, bias(part, width, site)).out() : projected;
        String split = site.op("Reshape").in(shifted, site.graph().constant(
                List.of(0L, -1L, (long) layer.getHeads(), (long) layer.getKeyDimension()))).out();
        return site.op("Transpose").in(split).ints("perm", order).out();
    }

    private static String bias(String part, int width, LayerSite site) {
        List<Integer> shape = site.spec(part + "_bias").shape();
        return site.weight(part + "_bias", WeightLayout.reshaped(shape, List.of(width)));
    }

    private String gathered(String query, String key, String value, L layer, LayerSite site) {
        String likeness = site.op("MatMul").in(query, key).out();
        String scaled = site.op("Mul").in(likeness,
                site.graph().constant(1 / Math.sqrt(layer.getKeyDimension()))).out();
        String weights = site.op("Softmax").in(scaled).integer("axis", -1).out();
        return site.op("MatMul").in(weights, value).out();
    }

    private String joined(String gathered, LayerSite site, L layer) {
        int width = layer.getHeads() * layer.getKeyDimension();
        String beside = site.op("Transpose").in(gathered).ints("perm", List.of(0, 2, 1, 3)).out();
        String flat = site.op("Reshape").in(beside, site.graph().constant(List.of(0L, -1L, (long) width))).out();
        List<Integer> kernel = site.spec("output_kernel").shape();
        String projected = site.op("MatMul").in(flat, site.weight("output_kernel",
                WeightLayout.reshaped(kernel, List.of(width, kernel.get(2))))).out();
        return site.weightIf(layer.isUseBias(), "output_bias")
                .map(bias -> site.op("Add").in(projected, bias).out()).orElse(projected);
    }
}
