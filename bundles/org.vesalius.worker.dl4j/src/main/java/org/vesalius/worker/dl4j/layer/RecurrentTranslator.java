// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.vesalius.network.Recurrent;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.ReverseTime;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.Uniform;
import org.vesalius.worker.dl4j.recurrent.Cell;
import org.vesalius.worker.dl4j.recurrent.RecurrentSequence;

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
        RecurrentSequence walk = new RecurrentSequence(step, sequence.channels(), layer.getUnits(), mask.isPresent(),
                Uniform.glorot(sequence.channels(), (long) step.groups() * layer.getUnits()));
        Shape steps = Shape.sequence(sequence.shape().size(0), layer.getUnits());
        Signal read = mask.map(found -> Masks.besides(layer, sequence, found, plan)).orElse(sequence);
        Signal all = plan.computation(layer, walk, read, steps);
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
