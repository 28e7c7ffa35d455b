// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.Dot;

/** Scalar products of two vectors, or of the steps of two sequences. */
final class DotWriter implements LayerWriter<Dot> {
    /** Below this the squared length counts as 0; as in Keras. */
    private static final double SMALLEST = 1e-12;

    @Override
    public Signal write(Dot layer, LayerSite site) {
        List<Signal> inputs = site.inputs(Layout.NATURAL);
        String a = layer.isNormalize() ? unit(inputs.get(0), site) : inputs.get(0).value();
        String b = layer.isNormalize() ? unit(inputs.get(1), site) : inputs.get(1).value();
        String value = inputs.get(0).rank() == 1 ? ofVectors(a, b, site) : ofSteps(a, b, site);
        return new Signal(value, site.shape(), Layout.NATURAL);
    }

    private static String ofVectors(String a, String b, LayerSite site) {
        return sum(site.op("Mul").in(a, b).out(), site);
    }

    private static String ofSteps(String a, String b, LayerSite site) {
        String turned = site.op("Transpose").in(b).ints("perm", List.of(0, 2, 1)).out();
        return site.op("MatMul").in(a, turned).out();
    }

    private static String unit(Signal in, LayerSite site) {
        String squares = site.op("Mul").in(in.value(), in.value()).out();
        String atLeast = site.op("Max").in(sum(squares, site), site.graph().constant(SMALLEST)).out();
        return site.op("Div").in(in.value(), site.op("Sqrt").in(atLeast).out()).out();
    }

    private static String sum(String value, LayerSite site) {
        return site.op("ReduceSum").in(value, site.graph().constant(List.of(-1L))).integer("keepdims", 1).out();
    }
}
