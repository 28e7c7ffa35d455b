// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.function.Predicate;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Dense;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.weights.WeightTensor;

/** Gives numbers of each channel that stand in an operator of their own to the layer before, where they belong. */
final class Biases {
    private Biases() {
    }

    /** Whether the layer took the bias: one without a bias and a function so far, whose result nothing else uses. */
    static boolean take(float[] numbers, View value, Reading reading, ForeignNode node) {
        return take(numbers, "bias", value, reading, node, Biases::acceptsBias)
                || take(numbers, "beta", value, reading, node, Biases::acceptsShift);
    }

    /** Whether the layer took the factors: a normalisation that scales and shifts nothing so far. */
    static boolean takeScale(float[] numbers, View value, Reading reading, ForeignNode node) {
        return take(numbers, "gamma", value, reading, node, Biases::acceptsScale);
    }

    private static boolean take(float[] numbers, String weight, View value, Reading reading, ForeignNode node,
            Predicate<Layer> accepting) {
        Layer layer = value.layer();
        String name = reading.value(node, 0).filter(value::equals).isPresent() ? node.input(0) : node.input(1);
        if (reading.uses(name) > 1 || !layer.getOutgoing().isEmpty() || !accepting.test(layer)) {
            return false;
        }
        reading.draft().weight(layer, weight, WeightTensor.of(numbers, numbers.length));
        return true;
    }

    private static boolean acceptsBias(Layer layer) {
        if (layer instanceof TimeDistributed wrapper) {
            return wrapper.getLayer() != null && acceptsBias(wrapper.getLayer());
        }
        if (layer instanceof Dense dense && !dense.isUseBias()
                && dense.getActivation() == ActivationFunction.LINEAR) {
            dense.setUseBias(true);
            return true;
        }
        if (layer instanceof Convolution convolution && !convolution.isUseBias()
                && convolution.getActivation() == ActivationFunction.LINEAR) {
            convolution.setUseBias(true);
            return true;
        }
        return false;
    }

    private static boolean acceptsShift(Layer layer) {
        boolean free = layer instanceof GroupNormalization norm && !norm.isCenter();
        if (free) {
            ((GroupNormalization) layer).setCenter(true);
        }
        return free;
    }

    private static boolean acceptsScale(Layer layer) {
        boolean free = layer instanceof GroupNormalization norm && !norm.isScale() && !norm.isCenter();
        if (free) {
            ((GroupNormalization) layer).setScale(true);
        }
        return free;
    }

    /** A table added to a sequence, one row for each step: learned positions. */
    static final class Positions {
        private Positions() {
        }

        /** Whether a constant holds one row for each step, or one number for each number. */
        static boolean fit(ForeignArray constant, View value) {
            return value.rank() == 3 && value.isBatchFirst() && constant.dims().size() >= 2
                    && value.groups().subList(1, 3).stream().noneMatch(group -> Atom.essential(group).isEmpty())
                    && constant.size() == value.shape().elements().orElse(-1);
        }

        static View add(ForeignArray constant, View value, ForeignNode node, Reading reading) throws NotExpressible {
            View steps = reading.asItIs(value, node.called());
            WeightTensor table = Constants.Full.inOrder(constant, steps);
            PositionalEncoding positions = NetworkFactory.eINSTANCE.createPositionalEncoding();
            positions.setKind(PositionKind.LEARNED);
            positions.setMaxLength(table.shape().get(0));
            View result = reading.addInPlace(node, positions, steps);
            reading.draft().weight(positions, "embeddings", table);
            return result;
        }
    }
}
