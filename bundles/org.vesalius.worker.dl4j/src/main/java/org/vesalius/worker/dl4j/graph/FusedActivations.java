// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Dense;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.Inputs;
import org.vesalius.worker.dl4j.loss.RowActivation;

/**
 * The activation functions that move from the layer in front of an Output into its loss, where cross-entropy can be
 * computed from the numbers before sigmoid or softmax without ever taking the logarithm of a rounded zero. A function
 * moves only if nobody else sees the layer's result.
 */
final class FusedActivations {

    private final Map<Layer, ActivationFunction> functions = new IdentityHashMap<>();

    private FusedActivations() {
    }

    /** Finds them in a network. */
    static FusedActivations of(Network network) {
        FusedActivations fused = new FusedActivations();
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Output) {
                Inputs.of(layer).stream().filter(FusedActivations::hasOneReader)
                        .forEach(source -> fused.add(unwrapped(source)));
            }
        }
        return fused;
    }

    /** Whether the function of this layer moved into a loss. */
    boolean contains(Layer layer) {
        return functions.containsKey(layer);
    }

    /** The function the loss of an output has to apply to what it is given. */
    ActivationFunction before(Output output) {
        List<Layer> sources = Inputs.of(output);
        return sources.isEmpty() ? ActivationFunction.LINEAR
                : functions.getOrDefault(unwrapped(sources.get(0)), ActivationFunction.LINEAR);
    }

    private void add(Layer source) {
        functionOf(source).filter(RowActivation::knows).ifPresent(function -> functions.put(source, function));
    }

    private static boolean hasOneReader(Layer layer) {
        return layer.getOutgoing().stream().filter(connection -> connection.getTarget() != null).count() == 1;
    }

    private static Layer unwrapped(Layer layer) {
        Layer inner = layer;
        while (inner instanceof TimeDistributed wrapper && wrapper.getLayer() != null) {
            inner = wrapper.getLayer();
        }
        return inner;
    }

    private static Optional<ActivationFunction> functionOf(Layer layer) {
        if (layer instanceof Dense dense) {
            return Optional.of(dense.getActivation());
        }
        if (layer instanceof Activation activation) {
            return Optional.of(activation.getFunction());
        }
        if (layer instanceof Convolution convolution) {
            return Optional.of(convolution.getActivation());
        }
        return Optional.empty();
    }
}
