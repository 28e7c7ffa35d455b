// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.PReLU;

/** Activation functions as operators of ONNX; those that operator set 13 lacks are put together. */
final class Functions {
    private static final double HARD_SIGMOID_SLOPE = 0.2;

    private Functions() {
    }

    /** The function of a signal, in its layout. */
    static Signal apply(ActivationFunction function, Signal in, LayerSite site) {
        return function == ActivationFunction.LINEAR ? in : in.with(value(function, in, site));
    }

    private static String value(ActivationFunction function, Signal in, LayerSite site) {
        return switch (function) {
            case LINEAR -> in.value();
            case RELU -> plain("Relu", in, site);
            case SIGMOID -> plain("Sigmoid", in, site);
            case TANH -> plain("Tanh", in, site);
            case SOFTMAX -> site.op("Softmax").in(in.value()).integer("axis", in.channelAxis()).out();
            case LOG_SOFTMAX -> site.op("LogSoftmax").in(in.value()).integer("axis", in.channelAxis()).out();
            case ELU -> site.op("Elu").in(in.value()).number("alpha", 1).out();
            case SELU -> plain("Selu", in, site);
            case GELU -> gelu(in, site);
            case SWISH -> times(in.value(), plain("Sigmoid", in, site), site);
            case SOFTPLUS -> plain("Softplus", in, site);
            case SOFTSIGN -> plain("Softsign", in, site);
            case HARD_SIGMOID -> site.op("HardSigmoid").in(in.value()).number("alpha", HARD_SIGMOID_SLOPE)
                    .number("beta", 0.5).out();
            case RELU6 -> site.op("Clip").in(in.value(), site.graph().constant(0.0), site.graph().constant(6.0)).out();
            case EXPONENTIAL -> plain("Exp", in, site);
            case MISH -> times(in.value(), site.op("Tanh").in(plain("Softplus", in, site)).out(), site);
        };
    }

    /** x·Φ(x) = x·(1 + erf(x/√2))/2. */
    private static String gelu(Signal in, LayerSite site) {
        GraphWriter graph = site.graph();
        String scaled = site.op("Div").in(in.value(), graph.constant(Math.sqrt(2))).out();
        String erf = site.op("Erf").in(scaled).out();
        String raised = site.op("Add").in(erf, graph.constant(1.0)).out();
        String product = times(in.value(), raised, site);
        return times(product, graph.constant(0.5), site);
    }

    private static String plain(String type, Signal in, LayerSite site) {
        return site.op(type).in(in.value()).out();
    }

    private static String times(String a, String b, LayerSite site) {
        return site.op("Mul").in(a, b).out();
    }

    /** PReLU; its slopes lie as the signal does. */
    static final class PRelu implements LayerWriter<PReLU> {
        @Override
        public Signal write(PReLU layer, LayerSite site) {
            boolean channelsFirst = site.input().layout() == Layout.CHANNELS_FIRST;
            Signal in = channelsFirst ? site.input() : site.input(Layout.NATURAL);
            String slopes = site.weight("alpha", channelsFirst ? lastFirst(in.rank()) : WeightLayout.SAME);
            return in.with(site.op("PRelu").in(in.value(), slopes).out());
        }

        private static WeightLayout lastFirst(int rank) {
            List<Integer> order = new ArrayList<>(List.of(rank - 1));
            IntStream.range(0, rank - 1).forEach(order::add);
            return WeightLayout.transposed(order);
        }
    }
}
