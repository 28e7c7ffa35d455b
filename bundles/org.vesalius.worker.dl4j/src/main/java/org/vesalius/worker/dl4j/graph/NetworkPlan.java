// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.worker.dl4j.graph.BuiltGraph.InputPort;
import org.vesalius.worker.dl4j.graph.BuiltGraph.OutputPort;
import org.vesalius.worker.dl4j.loss.OutputLoss;
import org.vesalius.worker.dl4j.loss.BatchLoss;

/** Lays the layers of a network into a graph, each behind those that feed it. For one use. */
final class NetworkPlan {

    private final Network network;
    private final GraphBuilder graph;
    private final GraphPlan plan;
    private final FusedActivations fused;
    private final WeightShapes weightShapes;
    private final Map<Layer, Signal> signals = new IdentityHashMap<>();
    private final List<InputPort> inputs = new ArrayList<>();
    private final List<OutputPort> outputs = new ArrayList<>();
    private final List<String> outputVertices = new ArrayList<>();

    NetworkPlan(Network network, GraphBuilder graph, GraphPlan plan, FusedActivations fused,
            WeightShapes weightShapes) {
        this.network = network;
        this.graph = graph;
        this.plan = plan;
        this.fused = fused;
        this.weightShapes = weightShapes;
    }

    /** Adds all layers. */
    void add() {
        for (Layer layer : TopologicalOrder.of(network).layers()) {
            if (layer instanceof Input input) {
                signals.put(layer, addInput(input));
            } else if (layer instanceof Output output) {
                addOutput(output);
            } else {
                signals.put(layer, plan.translate(layer, inputsOf(layer)));
                weightShapes.add(layer, inputsOf(layer).stream().map(Signal::shape).toList());
            }
        }
        graph.setOutputs(outputVertices.toArray(String[]::new));
    }

    List<InputPort> inputs() {
        return inputs;
    }

    List<OutputPort> outputs() {
        return outputs;
    }

    private Signal addInput(Input layer) {
        if (layer.getShape() == null || !layer.getShape().known()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The shape of input '" + layer.getName() + "' is not known in full.",
                    "Set all sizes of the input, for example 128x128x3.");
        }
        graph.addInputs(layer.getName());
        inputs.add(new InputPort(layer.getName(), layer.getShape()));
        return new Signal(layer.getName(), layer.getShape());
    }

    private void addOutput(Output layer) {
        Signal input = inputsOf(layer).get(0);
        ActivationFunction function = fused.before(layer);
        OutputLoss loss = new OutputLoss(BatchLoss.of(layer, function, input.channels()),
                OutputPort.rowsPerSample(input.shape()), layer.getLossWeight());
        LossLayer configuration = new LossLayer.Builder(loss).activation(Activations.of(function)).build();
        outputVertices.add(plan.layer(layer, configuration, plan.rows(layer, input)));
        outputs.add(new OutputPort(layer.getName(), input.shape(), loss));
    }

    private List<Signal> inputsOf(Layer layer) {
        return Inputs.of(layer).stream().map(signals::get).toList();
    }
}
