// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.vesalius.network.LSTM;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.graph.WeightLayout;
import org.vesalius.worker.dl4j.initial.LstmBias;
import org.vesalius.worker.dl4j.initial.Orthogonal;
import org.vesalius.worker.dl4j.initial.Uniform;

/**
 * Long short-term memory without peepholes, sigmoid gates; W {@code [features, 4·units]} and RW
 * {@code [units, 4·units]} hold candidate, forget gate, output gate and input gate side by side.
 */
final class LstmTranslator implements LayerTranslator<LSTM> {

    private static final int GATES = 4;

    /** From input gate, forget gate, candidate, output gate. */
    private static final WeightLayout GROUPS = WeightLayout.groups(2, 1, 3, 0);

    @Override
    public Class<LSTM> type() {
        return LSTM.class;
    }

    @Override
    public Signal translate(LSTM layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal sequence = inputs.get(0);
        int units = layer.getUnits();
        var recurrent = new org.deeplearning4j.nn.conf.layers.LSTM.Builder().nIn(sequence.channels()).nOut(units)
                .activation(Activations.of(layer.getActivation())).gateActivationFunction(new ActivationSigmoid())
                .dataFormat(RNNFormat.NWC).build();
        return RecurrentParts.add(layer, recurrent, sequence, plan,
                LayerParameter.of("W", "kernel", Uniform.glorot(sequence.channels(), (long) GATES * units)).in(GROUPS),
                LayerParameter.of("RW", "recurrent_kernel", new Orthogonal()).in(GROUPS),
                LayerParameter.of("b", "bias", new LstmBias(units)).in(GROUPS));
    }
}
