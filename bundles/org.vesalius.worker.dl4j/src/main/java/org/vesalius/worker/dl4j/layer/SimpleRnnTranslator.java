// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.vesalius.network.SimpleRNN;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.Constant;
import org.vesalius.worker.dl4j.initial.Orthogonal;
import org.vesalius.worker.dl4j.initial.Uniform;

/**
 * Simple recurrent layer, h(t) = f(x(t)·W + h(t−1)·RW + b), with W {@code [features, units]} and RW
 * {@code [units, units]}.
 */
final class SimpleRnnTranslator implements LayerTranslator<SimpleRNN> {

    @Override
    public Class<SimpleRNN> type() {
        return SimpleRNN.class;
    }

    @Override
    public Signal translate(SimpleRNN layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal sequence = inputs.get(0);
        int units = layer.getUnits();
        SimpleRnn recurrent = new SimpleRnn.Builder().nIn(sequence.channels()).nOut(units)
                .activation(Activations.of(layer.getActivation())).dataFormat(RNNFormat.NWC).build();
        return RecurrentParts.add(layer, recurrent, sequence, plan,
                LayerParameter.of("W", "kernel", Uniform.glorot(sequence.channels(), units)),
                LayerParameter.of("RW", "recurrent_kernel", new Orthogonal()),
                LayerParameter.of("b", "bias", new Constant(0)));
    }
}
