// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.vesalius.network.Dense;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.Constant;
import org.vesalius.worker.dl4j.initial.Uniform;

/** Dense as a matrix product over the last axis; kernel {@code [inputs, units]}, bias {@code [1, units]}. */
final class DenseTranslator implements LayerTranslator<Dense> {

    @Override
    public Class<Dense> type() {
        return Dense.class;
    }

    @Override
    public Signal translate(Dense layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal rows = plan.rows(layer, inputs.get(0));
        int units = layer.getUnits();
        DenseLayer dense = new DenseLayer.Builder().nIn(rows.channels()).nOut(units).hasBias(layer.isUseBias())
                .activation(Activations.of(plan.activation(layer, layer.getActivation()))).build();
        String vertex = plan.layer(layer, dense, rows, parameters(rows.channels(), layer.isUseBias()));
        return plan.reshape(layer, new Signal(vertex, Shape.vector(units)), output);
    }

    private static LayerParameter[] parameters(int inputs, boolean bias) {
        LayerParameter kernel = LayerParameter.of("W", "kernel", Uniform.fanIn(inputs));
        return bias ? new LayerParameter[] {kernel, LayerParameter.of("b", "bias", new Constant(0))}
                : new LayerParameter[] {kernel};
    }
}
