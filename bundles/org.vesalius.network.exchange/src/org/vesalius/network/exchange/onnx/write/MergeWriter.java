// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Concatenate;
import org.vesalius.network.Dot;
import org.vesalius.network.Layer;

/**
 * Layers that join several inputs number by number.
 *
 * @param type the operator
 * @param variadic whether the operator takes any number of inputs; otherwise it is applied from left to right
 * @param <L> the layer type
 */
record MergeWriter<L extends Layer>(String type, boolean variadic) implements LayerWriter<L> {
    @Override
    public Signal write(L layer, LayerSite site) {
        List<Signal> inputs = site.inputs(commonLayout(site.inputs()));
        String[] values = inputs.stream().map(Signal::value).toArray(String[]::new);
        String value = variadic ? site.op(type).in(values).out() : leftToRight(values, site);
        return new Signal(value, site.shape(), inputs.get(0).layout(), lengths(inputs));
    }

    /** Channels first if one input lies so, since convolutions then stay among themselves. */
    static Layout commonLayout(List<Signal> inputs) {
        Layout first = inputs.get(0).layout();
        if (inputs.stream().allMatch(input -> input.layout() == first)) {
            return first;
        }
        return inputs.stream().anyMatch(input -> input.layout() == Layout.CHANNELS_FIRST && input.rank() > 1)
                ? Layout.CHANNELS_FIRST : Layout.NATURAL;
    }

    static Optional<String> lengths(List<Signal> inputs) {
        return inputs.stream().map(Signal::lengths).flatMap(Optional::stream).findFirst();
    }

    private String leftToRight(String[] values, LayerSite site) {
        String result = values[0];
        for (int i = 1; i < values.length; i++) {
            result = site.op(type).in(result, values[i]).out();
        }
        return result;
    }

    /** Joins along the axis of the channels, wherever that lies. */
    static final class Concatenation implements LayerWriter<Concatenate> {
        @Override
        public Signal write(Concatenate layer, LayerSite site) {
            List<Signal> inputs = site.inputs(MergeWriter.commonLayout(site.inputs()));
            String value = site.op("Concat").in(inputs.stream().map(Signal::value).toArray(String[]::new))
                    .integer("axis", inputs.get(0).channelAxis()).out();
            return new Signal(value, site.shape(), inputs.get(0).layout(), MergeWriter.lengths(inputs));
        }
    }

    /** Scalar products of two vectors, or of the steps of two sequences. */
    static final class ScalarProduct implements LayerWriter<Dot> {
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
}
