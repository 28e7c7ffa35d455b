// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Saturated;

/**
 * The size and cost of a whole network.
 *
 * @param parameters how many numbers it keeps
 * @param flops operations for one sample, as {@link LayerFigures#flops}; empty while some layer's are not known
 * @param elements how many numbers the results of its layers are for one sample; empty while some shape is not known
 */
public record NetworkFigures(ParameterCount parameters, OptionalLong flops, OptionalLong elements) {

    /** The sums over the layers of a network without blocks. */
    static NetworkFigures of(List<Layer> layers, InferredShapes inferred) {
        ParameterCount parameters = ParameterCount.NONE;
        OptionalLong flops = OptionalLong.of(0);
        OptionalLong elements = OptionalLong.of(0);
        for (Layer layer : layers) {
            LayerFigures.Part part = part(layer, inferred);
            parameters = parameters.plus(part.parameters());
            flops = LayerFigures.plus(flops, part.flops());
            elements = LayerFigures.plus(elements, part.elements());
        }
        return new NetworkFigures(parameters, flops, elements);
    }

    static LayerFigures.Part part(Layer layer, InferredShapes inferred) {
        return new LayerFigures.Part(layer.getName(), layer instanceof Output, inferred.of(layer));
    }

    /** As {@link NetworkAnalysis#activationBytes(int)}. */
    public OptionalLong activationBytes(int batch) {
        return LayerFigures.bytes(elements, batch);
    }

    /** As {@link NetworkAnalysis#trainingBytes}. */
    public OptionalLong trainingBytes(TrainingScale scale) {
        OptionalLong activations = activationBytes(scale.batch());
        if (activations.isEmpty()) {
            return activations;
        }
        long numbers = Saturated.plus(parameters.total(),
                Saturated.times(parameters.trainable(), 1L + scale.statesPerParameter()));
        return OptionalLong.of(Saturated.plus(Saturated.times(2, activations.getAsLong()),
                Saturated.times(Float.BYTES, numbers)));
    }
}
