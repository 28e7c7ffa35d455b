// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.weights.WeightTensor;

/** Gives a bias that stands in an operator of its own to the layer before, where it belongs. */
final class Biases {
    private Biases() {
    }

    /** Whether the layer took it: one without a bias and a function so far, whose result nothing else uses. */
    static boolean take(float[] numbers, View value, Reading reading, ForeignNode node) {
        Layer layer = value.layer();
        String name = reading.value(node, 0).filter(value::equals).isPresent() ? node.input(0) : node.input(1);
        if (reading.uses(name) > 1 || !layer.getOutgoing().isEmpty() || !accept(layer)) {
            return false;
        }
        reading.sketch().weight(layer, "bias", WeightTensor.of(numbers, numbers.length));
        return true;
    }

    private static boolean accept(Layer layer) {
        if (layer instanceof TimeDistributed wrapper) {
            return wrapper.getLayer() != null && accept(wrapper.getLayer());
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
}
