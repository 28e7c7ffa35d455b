// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.vesalius.network.ELU;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.PReLU;
import org.vesalius.worker.dl4j.activation.ExponentialLinear;
import org.vesalius.worker.dl4j.activation.PointActivation;
import org.vesalius.worker.dl4j.compute.LearnedSlope;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

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
}
