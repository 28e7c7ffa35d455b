// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Flatten;
import org.vesalius.network.Layer;
import org.vesalius.network.Permute;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.Rescaling;
import org.vesalius.network.Reshape;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.VertexTranslators.StepTranslator;
import org.vesalius.worker.dl4j.layer.part.Images;
import org.vesalius.worker.dl4j.step.Enlarge;
import org.vesalius.worker.dl4j.step.Rearrange;
import org.vesalius.worker.dl4j.step.Rescale;

/** Translators of layers that rearrange numbers, all without parameters. */
final class ArrangingTranslators {

    private ArrangingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new ReshapeTranslator<>(Flatten.class), new ReshapeTranslator<>(Reshape.class),
                new PermuteTranslator(), new RepeatVectorTranslator(),
                new StepTranslator<>(Rescaling.class, layer -> new Rescale(layer.getScale(), layer.getOffset())));
    }

    /**
     * A layer that lays the same numbers, in row-major order, under other axes.
     *
     * @param type the type of layer
     * @param <L> the type of layer
     */
    private record ReshapeTranslator<L extends Layer>(Class<L> type) implements LayerTranslator<L> {

        @Override
        public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return plan.reshape(layer, inputs.get(0), output);
        }
    }

    /** Axes of a sample in another order; without an order nothing is added. */
    private static final class PermuteTranslator implements LayerTranslator<Permute> {

        @Override
        public Class<Permute> type() {
            return Permute.class;
        }

        @Override
        public Signal translate(Permute layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            if (layer.getOrder() == null) {
                return inputs.get(0);
            }
            int[] axes = layer.getOrder().axes().stream().mapToInt(Integer::intValue).toArray();
            return plan.step(layer, new Rearrange(axes), inputs.get(0), output);
        }
    }

    /** A vector at every step of a sequence: an image of one pixel, made wider. */
    private static final class RepeatVectorTranslator implements LayerTranslator<RepeatVector> {

        @Override
        public Class<RepeatVector> type() {
            return RepeatVector.class;
        }

        @Override
        public Signal translate(RepeatVector layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal vector = inputs.get(0);
            Signal onePixel = plan.reshape(layer, vector, Shape.image(1, 1, vector.channels()));
            Signal row = plan.step(layer, new Enlarge(1, layer.getTimes()), onePixel, Images.ofSequence(output));
            return plan.reshape(layer, row, output);
        }
    }
}
