// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.Masking;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.SimpleRNN;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.sequence.LastCountedStep;
import org.vesalius.worker.dl4j.compute.sequence.StepMasks.StepMask;
import org.vesalius.worker.dl4j.compute.sequence.StepMasks.ZeroedSteps;
import org.vesalius.worker.dl4j.compute.sequence.StepPositions.LearnedPositions;
import org.vesalius.worker.dl4j.compute.sequence.StepPositions.Positions;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.RecurrentTranslators.BidirectionalTranslator;
import org.vesalius.worker.dl4j.layer.RecurrentTranslators.RecurrentTranslator;
import org.vesalius.worker.dl4j.layer.VertexTranslators.ComputationTranslator;
import org.vesalius.worker.dl4j.recurrent.GruCell;
import org.vesalius.worker.dl4j.recurrent.LstmCell;
import org.vesalius.worker.dl4j.recurrent.PlainCell;
import org.vesalius.worker.dl4j.step.TimeSteps.LastStep;

/** Translators of layers that know the order of time steps, or let steps look at each other. */
final class SequenceTranslators {

    private SequenceTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        List<LayerTranslator<?>> all = new ArrayList<>(AttentionTranslators.all());
        all.addAll(List.of(
                new RecurrentTranslator<>(SimpleRNN.class,
                        layer -> new PlainCell(layer.getActivation(), layer.isUseBias())),
                new RecurrentTranslator<>(LSTM.class,
                        layer -> new LstmCell(layer.getActivation(), layer.getRecurrentActivation(), layer.isUseBias())),
                new RecurrentTranslator<>(GRU.class,
                        layer -> new GruCell(layer.getActivation(), layer.getRecurrentActivation(), layer.isUseBias(),
                                layer.isResetAfter())),
                new BidirectionalTranslator(), new TimeDistributedTranslator(), new LastTimeStepTranslator(),
                new MaskingTranslator(),
                new ComputationTranslator<>(PositionalEncoding.class, SequenceTranslators::positions)));
        return all;
    }

    private static Computation positions(PositionalEncoding layer, Signal input) {
        return layer.getKind() == PositionKind.LEARNED
                ? new LearnedPositions(layer.getMaxLength(), input.channels())
                : new Positions(input.shape().size(0), input.channels());
    }

    /** One layer at every time step, with the same parameters: the steps are its samples. */
    static final class TimeDistributedTranslator implements LayerTranslator<TimeDistributed> {

        @Override
        public Class<TimeDistributed> type() {
            return TimeDistributed.class;
        }

        @Override
        public Signal translate(TimeDistributed layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal steps = plan.steps(layer, inputs.get(0));
            return plan.reshape(layer, plan.translate(layer.getLayer(), List.of(steps)), output);
        }
    }

    /** The last step of a sequence; of a masked one, the last that counts. */
    static final class LastTimeStepTranslator implements LayerTranslator<LastTimeStep> {

        @Override
        public Class<LastTimeStep> type() {
            return LastTimeStep.class;
        }

        @Override
        public Signal translate(LastTimeStep layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal sequence = inputs.get(0);
            return sequence.mask()
                    .map(mask -> plan.combination(layer, new LastCountedStep(), List.of(sequence, mask), output))
                    .orElseGet(() -> lastOf(layer, sequence, plan));
        }

        /** The last step, masked or not. */
        static Signal lastOf(Layer owner, Signal sequence, GraphPlan plan) {
            return plan.step(owner, new LastStep(sequence.shape().size(0)), sequence, Shape.vector(sequence.channels()));
        }
    }

    /** Masking: the numbers of masked steps become 0, as in Keras, and the mask goes along with the sequence. */
    static final class MaskingTranslator implements LayerTranslator<Masking> {

        @Override
        public Class<Masking> type() {
            return Masking.class;
        }

        @Override
        public Signal translate(Masking layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal input = inputs.get(0);
            Signal mask = plan.mask(layer, new StepMask(layer.getMaskValue()), input);
            Signal result = plan.computation(layer, new ZeroedSteps(layer.getMaskValue()), input, output);
            return new Signal(result.vertex(), output, Optional.of(mask));
        }
    }
}
