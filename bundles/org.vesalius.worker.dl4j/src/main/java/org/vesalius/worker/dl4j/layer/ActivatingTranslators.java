// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.vesalius.network.Activation;
import org.vesalius.network.ELU;
import org.vesalius.network.Layer;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.PReLU;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.activation.PointActivation;
import org.vesalius.worker.dl4j.activation.PointFunction.ExponentialLinear;
import org.vesalius.worker.dl4j.compute.array.LearnedSlope;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.VertexTranslators.ComputationTranslator;
import org.vesalius.worker.dl4j.layer.part.ActivationPart;
import org.vesalius.worker.dl4j.layer.part.OutOfPlaceActivation;

/** Translators of layers that apply a function to each number. */
final class ActivatingTranslators {

    private ActivatingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new ActivationTranslator(),
                new FunctionTranslator<>(LeakyReLU.class, layer -> new ActivationLReLU(layer.getSlope())),
                new FunctionTranslator<>(ELU.class,
                        layer -> new PointActivation(new ExponentialLinear(layer.getAlpha()))),
                new ComputationTranslator<>(PReLU.class, (layer, in) -> new LearnedSlope(slopes(layer, in))));
    }

    private static long[] slopes(PReLU layer, Signal input) {
        long[] sizes = input.sizes();
        if (layer.isShared()) {
            Arrays.fill(sizes, 0, sizes.length - 1, 1);
        }
        return sizes;
    }

    /** Activation on its own; softmax runs over the last axis. */
    private static final class ActivationTranslator implements LayerTranslator<Activation> {

        @Override
        public Class<Activation> type() {
            return Activation.class;
        }

        @Override
        public Signal translate(Activation layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return ActivationPart.apply(plan.activation(layer, layer.getFunction()), layer, inputs.get(0), plan);
        }
    }

    /**
     * A layer that applies a function to each number.
     *
     * @param type the type of layer
     * @param function makes the function from the layer
     * @param <L> the type of layer
     */
    private record FunctionTranslator<L extends Layer>(Class<L> type, Function<L, IActivation> function)
            implements LayerTranslator<L> {

        @Override
        public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal input = inputs.get(0);
            return new Signal(plan.layer(layer, new OutOfPlaceActivation(function.apply(layer)), input), input.shape());
        }
    }
}
