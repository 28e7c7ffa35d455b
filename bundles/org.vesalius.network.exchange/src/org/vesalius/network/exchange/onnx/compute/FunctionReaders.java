// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Dropout;
import org.vesalius.network.ELU;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PReLU;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.weights.WeightTensor;

/** Operators that change numbers one by one, and the softmax. */
public final class FunctionReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    /** From this operator set on, a softmax works along one axis rather than along it and all behind it. */
    private static final int SOFTMAX_OF_ONE_AXIS = 13;
    private static final double CLOSE = 1e-6;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_GAMMA = 1.0507009873554805;

    private FunctionReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("Relu", (node, reading) -> apply(ActivationFunction.RELU, node, reading));
        readers.put("Sigmoid", (node, reading) -> apply(ActivationFunction.SIGMOID, node, reading));
        readers.put("Tanh", (node, reading) -> apply(ActivationFunction.TANH, node, reading));
        readers.put("Softplus", (node, reading) -> apply(ActivationFunction.SOFTPLUS, node, reading));
        readers.put("Softsign", (node, reading) -> apply(ActivationFunction.SOFTSIGN, node, reading));
        readers.put("Exp", (node, reading) -> apply(ActivationFunction.EXPONENTIAL, node, reading));
        readers.put("Mish", (node, reading) -> apply(ActivationFunction.MISH, node, reading));
        readers.put("Gelu", FunctionReaders::gelu);
        readers.put("Swish", (node, reading) -> apply(ActivationFunction.SWISH, node, reading));
        readers.put("Selu", FunctionReaders::selu);
        readers.put("HardSigmoid", FunctionReaders::hardSigmoid);
        readers.put("HardSwish", FunctionReaders::hardSwish);
        readers.put("com.microsoft.Gelu", (node, reading) -> apply(ActivationFunction.GELU, node, reading));
        readers.put("Elu", FunctionReaders::elu);
        ComposedFunctions.addTo(readers);
        readers.put("LeakyRelu", FunctionReaders::leaky);
        readers.put("PRelu", FunctionReaders::prelu);
        readers.put("Clip", FunctionReaders::clip);
        readers.put("Softmax", (node, reading) -> softmax(ActivationFunction.SOFTMAX, node, reading));
        readers.put("LogSoftmax", (node, reading) -> softmax(ActivationFunction.LOG_SOFTMAX, node, reading));
        readers.put("Dropout", FunctionReaders::dropout);
    }

    private static void apply(ActivationFunction function, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        Activation activation = MAKE.createActivation();
        activation.setFunction(function);
        reading.put(node, reading.addInPlace(node, activation, in));
    }

    private static void gelu(ForeignNode node, Reading reading) throws NotExpressible {
        if (!node.text("approximate", "none").equals("none")) {
            throw new NotExpressible("it approximates gelu by tanh");
        }
        apply(ActivationFunction.GELU, node, reading);
    }

    private static void selu(ForeignNode node, Reading reading) throws NotExpressible {
        double alpha = node.number("alpha", SELU_ALPHA);
        double gamma = node.number("gamma", SELU_GAMMA);
        if (Math.abs(alpha - SELU_ALPHA) < CLOSE && Math.abs(gamma - SELU_GAMMA) < CLOSE) {
            apply(ActivationFunction.SELU, node, reading);
            return;
        }
        Steps steps = new Steps(node, reading, reading.view(node, 0));
        reading.put(node, steps.elu(alpha).rescaled(gamma, 0).view());
    }

    private static void hardSigmoid(ForeignNode node, Reading reading) throws NotExpressible {
        double slope = node.number("alpha", 0.2);
        double middle = node.number("beta", 0.5);
        if (Math.abs(slope - 0.2) < CLOSE && Math.abs(middle - 0.5) < CLOSE) {
            apply(ActivationFunction.HARD_SIGMOID, node, reading);
            return;
        }
        reading.put(node, new ComposedFunctions.Clamp(node, reading).between(reading.view(node, 0), slope, middle, 0, 1));
    }

    /** x·min(1, max(0, x/6 + ½)). Source: Howard et al., arXiv:1905.02244. */
    private static void hardSwish(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        View gate = new ComposedFunctions.Clamp(node, reading).between(in, 1.0 / 6, 0.5, 0, 1);
        View product = reading.add(node.called() + "_product", node.type(), MAKE.createMultiply(), List.of(in, gate));
        reading.put(node, in.by(product.layer()));
    }

    private static void elu(ForeignNode node, Reading reading) throws NotExpressible {
        ELU elu = MAKE.createELU();
        elu.setAlpha(node.number("alpha", 1));
        reading.put(node, reading.addInPlace(node, elu, reading.view(node, 0)));
    }

    private static void leaky(ForeignNode node, Reading reading) throws NotExpressible {
        LeakyReLU leaky = MAKE.createLeakyReLU();
        leaky.setSlope(NumberTypes.shortest(node.number("alpha", 0.01)));
        reading.put(node, reading.addInPlace(node, leaky, reading.view(node, 0)));
    }

    private static void prelu(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        ForeignArray slopes = reading.needed(node, 1);
        if (slopes.size() == 1) {
            LeakyReLU leaky = MAKE.createLeakyReLU();
            leaky.setSlope(slopes.single());
            reading.put(node, reading.addInPlace(node, leaky, in));
            return;
        }
        boolean shared = Constants.PerChannel.of(slopes, in).isPresent();
        WeightTensor alpha = shared ? oneForEachChannel(slopes, in) : Constants.Full.inOrder(slopes, in);
        PReLU prelu = MAKE.createPReLU();
        prelu.setShared(shared);
        View result = reading.addInPlace(node, prelu, in);
        reading.draft().weight(prelu, "alpha", alpha);
        reading.put(node, result);
    }

    private static WeightTensor oneForEachChannel(ForeignArray slopes, View in) {
        List<Integer> shape = new ArrayList<>(Collections.nCopies(in.shape().rank() - 1, 1));
        shape.add(slopes.size());
        return new WeightTensor(shape, slopes.floats());
    }

    private static void clip(ForeignNode node, Reading reading) throws NotExpressible {
        double low = bound(node, reading, 1, "min", Double.NEGATIVE_INFINITY);
        double high = bound(node, reading, 2, "max", Double.POSITIVE_INFINITY);
        if (low == 0 && high == 6) {
            apply(ActivationFunction.RELU6, node, reading);
        } else if (low == 0 && high >= Float.MAX_VALUE) {
            apply(ActivationFunction.RELU, node, reading);
        } else {
            reading.put(node, kept(low, high, node, reading));
        }
    }

    private static View kept(double low, double high, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        boolean below = low > -Float.MAX_VALUE;
        boolean above = high < Float.MAX_VALUE;
        Steps steps = new Steps(node, reading, in);
        if (above && below) {
            return low < high ? new ComposedFunctions.Clamp(node, reading).between(in, 1, 0, low, high)
                    : steps.rescaled(0, high).view();
        }
        return below ? steps.atLeast(low).view() : above ? steps.atMost(high).view() : in;
    }

    private static double bound(ForeignNode node, Reading reading, int input, String attribute, double otherwise)
            throws NotExpressible {
        return reading.constant(node, input).map(ForeignArray::single).orElse(node.number(attribute, otherwise));
    }

    private static void softmax(ActivationFunction function, ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        boolean oneAxis = reading.operatorSet() >= SOFTMAX_OF_ONE_AXIS;
        int axis = in.axis(node.integer("axis", oneAxis ? -1 : 1));
        if (!oneAxis && View.flat(in.groups().subList(axis + 1, in.rank())).stream().anyMatch(a -> !a.isTrivial())) {
            throw new NotExpressible("its softmax runs over several axes");
        }
        View ready = in.isLastAxis(axis) ? in : withLast(in, axis, node, reading);
        Activation softmax = MAKE.createActivation();
        softmax.setFunction(function);
        reading.put(node, reading.addInPlace(node, softmax, ready));
    }

    /** The value by a layer whose last axis is this one. */
    public static View withLast(View in, int axis, ForeignNode node, Reading reading) throws NotExpressible {
        List<List<Atom>> wanted = new ArrayList<>();
        for (int i = 0; i < in.rank(); i++) {
            List<Atom> beside = in.groups().get(i).stream().filter(atom -> !atom.isBatch()).toList();
            boolean samples = beside.size() < in.groups().get(i).size();
            if (i != axis && !(samples && Atom.essential(beside).isEmpty())) {
                wanted.add(beside);
            }
        }
        wanted.add(in.groups().get(axis));
        return reading.arranged(in, wanted, node.called());
    }

    private static void dropout(ForeignNode node, Reading reading) throws NotExpressible {
        View in = reading.view(node, 0);
        Dropout dropout = MAKE.createDropout();
        double rate = reading.constant(node, 1).map(ForeignArray::single).orElse(node.number("ratio", 0.5));
        if (rate <= 0 || rate >= 1) {
            reading.put(node, in);
            return;
        }
        dropout.setRate(NumberTypes.shortest(rate));
        reading.put(node, reading.addInPlace(node, dropout, in));
        boolean always = reading.value(node, 2).filter(mode -> !(mode instanceof ForeignArray array && array.isAll(0)))
                .isPresent();
        if (always) {
            reading.draft().note(dropout, Fidelity.APPROXIMATED,
                    "the file drops numbers in predictions too; here only training does");
        }
    }
}
