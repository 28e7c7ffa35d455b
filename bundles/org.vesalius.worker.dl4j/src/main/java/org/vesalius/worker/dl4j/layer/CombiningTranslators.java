// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.vesalius.network.Add;
import org.vesalius.network.Average;
import org.vesalius.network.Concatenate;
import org.vesalius.network.Dot;
import org.vesalius.network.Layer;
import org.vesalius.network.Maximum;
import org.vesalius.network.Minimum;
import org.vesalius.network.Multiply;
import org.vesalius.network.Subtract;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.CombinedVertex;
import org.vesalius.worker.dl4j.compute.array.DotProduct;
import org.vesalius.worker.dl4j.compute.array.Extreme;
import org.vesalius.worker.dl4j.compute.array.Product;
import org.vesalius.worker.dl4j.compute.normal.UnitLength;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Stretch;

/** Translators of layers that make one array of several. */
final class CombiningTranslators {

    private CombiningTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new ConcatenateTranslator(), new DotTranslator(), new MultiplyTranslator(),
                new CombinationTranslator<>(Add.class, () -> new ElementWiseVertex(ElementWiseVertex.Op.Add)),
                new CombinationTranslator<>(Subtract.class,
                        () -> new ElementWiseVertex(ElementWiseVertex.Op.Subtract)),
                new CombinationTranslator<>(Average.class, () -> new ElementWiseVertex(ElementWiseVertex.Op.Average)),
                new CombinationTranslator<>(Maximum.class, () -> new CombinedVertex(new Extreme(true))),
                new CombinationTranslator<>(Minimum.class, () -> new CombinedVertex(new Extreme(false))));
    }

    /** Concatenate along the last axis, in the order of the inputs. */
    private static final class ConcatenateTranslator implements LayerTranslator<Concatenate> {

        @Override
        public Class<Concatenate> type() {
            return Concatenate.class;
        }

        @Override
        public Signal translate(Concatenate layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return inputs.size() == 1 ? inputs.get(0) : Concatenation.add(layer, inputs, output, plan);
        }
    }

    /** The product of arrays; axes of size 1 are repeated without a copy, as for weights of the channels of an image. */
    private static final class MultiplyTranslator implements LayerTranslator<Multiply> {

        @Override
        public Class<Multiply> type() {
            return Multiply.class;
        }

        @Override
        public Signal translate(Multiply layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return inputs.size() == 1 ? inputs.get(0) : plan.combination(layer, new Product(), inputs, output);
        }
    }

    /** Scalar products of vectors or of all pairs of steps; a vector is a sequence of one step. */
    private static final class DotTranslator implements LayerTranslator<Dot> {

        @Override
        public Class<Dot> type() {
            return Dot.class;
        }

        @Override
        public Signal translate(Dot layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            List<Signal> sequences = inputs.stream().map(input -> sequence(layer, input, plan)).toList();
            Shape pairs = Shape.sequence(sequences.get(0).shape().size(0), sequences.get(1).shape().size(0));
            Signal product = plan.combination(layer, new DotProduct(), sequences, pairs);
            return plan.reshape(layer, product, output);
        }

        private static Signal sequence(Dot layer, Signal input, GraphPlan plan) {
            Signal sequence = input.shape().rank() == 1
                    ? plan.reshape(layer, input, Shape.sequence(1, input.channels())) : input;
            return layer.isNormalize() ? plan.computation(layer, new UnitLength(), sequence, sequence.shape()) : sequence;
        }
    }

    /**
     * A layer that computes with several arrays number by number; axes of size 1 are repeated. Of a single array it makes
     * nothing else.
     *
     * @param type the type of layer
     * @param vertex makes a vertex that takes arrays of one shape
     * @param <L> the type of layer
     */
    private record CombinationTranslator<L extends Layer>(Class<L> type, Supplier<GraphVertex> vertex)
            implements LayerTranslator<L> {

        @Override
        public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            if (inputs.size() == 1) {
                return inputs.get(0);
            }
            List<Signal> alike = inputs.stream().map(input -> stretched(layer, input, output, plan)).toList();
            return new Signal(plan.vertex(layer, vertex.get(), alike), output);
        }

        private static Signal stretched(Layer layer, Signal input, Shape output, GraphPlan plan) {
            long[] sizes = new Signal("", output).sizes();
            return Arrays.equals(input.sizes(), sizes) ? input
                    : plan.step(layer, new Stretch(input.sizes(), sizes), input, output);
        }
    }
}
