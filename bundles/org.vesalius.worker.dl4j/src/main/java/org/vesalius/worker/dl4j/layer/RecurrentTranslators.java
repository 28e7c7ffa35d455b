// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.MergeMode;
import org.vesalius.network.Recurrent;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;
import org.vesalius.worker.dl4j.layer.SequenceTranslators.LastTimeStepTranslator;
import org.vesalius.worker.dl4j.recurrent.Cell;
import org.vesalius.worker.dl4j.recurrent.RecurrentSequence;
import org.vesalius.worker.dl4j.step.TimeSteps.ReverseTime;

/** Translators of layers that read a sequence step by step. */
final class RecurrentTranslators {
    private RecurrentTranslators() {
    }

    /**
     * A recurrent layer: all steps, or the last one only. Where the sequence is masked, a masked step repeats the state
     * before it, so that the last step is that of the last step that counts.
     *
     * @param type the type of layer
     * @param cell makes what happens at each step
     * @param <R> the type of layer
     */
    record RecurrentTranslator<R extends Recurrent>(Class<R> type, Function<R, Cell> cell) implements LayerTranslator<R> {

        @Override
        public Signal translate(R layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal sequence = layer.isGoBackwards() ? reversed(layer, inputs.get(0), plan) : inputs.get(0);
            Cell step = cell.apply(layer);
            Optional<Signal> mask = sequence.mask();
            RecurrentSequence recurrence = new RecurrentSequence(step, sequence.channels(), layer.getUnits(), mask.isPresent(),
                    Uniform.glorot(sequence.channels(), (long) step.groups() * layer.getUnits()));
            Shape steps = Shape.sequence(sequence.shape().size(0), layer.getUnits());
            Signal read = mask.map(found -> Concatenation.withMask(layer, sequence, found, plan)).orElse(sequence);
            Signal all = plan.computation(layer, recurrence, read, steps);
            return layer.isReturnSequences() ? new Signal(all.vertex(), output, mask) : last(layer, all, plan);
        }

        /** A sequence and its mask from the end to the beginning. */
        static Signal reversed(Recurrent layer, Signal sequence, GraphPlan plan) {
            Signal reversed = plan.step(layer, new ReverseTime(), sequence, sequence.shape());
            return new Signal(reversed.vertex(), reversed.shape(),
                    sequence.mask().map(mask -> plan.step(layer, new ReverseTime(), mask, mask.shape())));
        }

        private static Signal last(Recurrent layer, Signal all, GraphPlan plan) {
            return LastTimeStepTranslator.lastOf(layer, all, plan);
        }
    }

    /**
     * Two copies of a recurrent layer, one of which reads the sequence backwards; without all steps, each gives its own
     * last one, so that the backward copy has read everything (DL4J's own wrapper would give its first).
     */
    static final class BidirectionalTranslator implements LayerTranslator<Bidirectional> {

        @Override
        public Class<Bidirectional> type() {
            return Bidirectional.class;
        }

        @Override
        public Signal translate(Bidirectional layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            if (!(layer.getLayer() instanceof Recurrent inner)) {
                throw new ReportedException(ErrorKind.INVALID_INPUT,
                        "Bidirectional layer '" + layer.getName() + "' holds no recurrent layer.",
                        "Put a SimpleRNN, a GRU or an LSTM into it.");
            }
            Signal forward = plan.translate(inner, inputs, "forward");
            Signal reversed = RecurrentTranslator.reversed(inner, inputs.get(0), plan);
            Signal backward = plan.translate(inner, List.of(reversed), "backward");
            if (inner.isReturnSequences()) {
                backward = plan.step(layer, new ReverseTime(), backward, backward.shape());
            }
            Signal both = merged(layer, List.of(forward, backward), output, plan);
            return new Signal(both.vertex(), output, forward.mask());
        }

        private static Signal merged(Bidirectional layer, List<Signal> both, Shape output, GraphPlan plan) {
            if (layer.getMerge() == MergeMode.CONCATENATE) {
                return Concatenation.add(layer, both, output, plan);
            }
            ElementWiseVertex vertex = new ElementWiseVertex(operation(layer.getMerge()));
            return new Signal(plan.vertex(layer, vertex, both), output);
        }

        private static ElementWiseVertex.Op operation(MergeMode mode) {
            return switch (mode) {
                case ADD -> ElementWiseVertex.Op.Add;
                case MULTIPLY -> ElementWiseVertex.Op.Product;
                case AVERAGE -> ElementWiseVertex.Op.Average;
                case CONCATENATE -> throw new IllegalArgumentException("not an operation by element: " + mode);
            };
        }
    }
}
