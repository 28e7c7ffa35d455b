// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.weights.NetworkWeights;

/** Writes a network as an ONNX model. One object writes one model. */
public final class ModelWriter {
    /** The version of the file format that belongs to the operator set. */
    private static final long IR_VERSION = 7;
    private static final long OPERATOR_SET = 13;

    private final NetworkAnalysis analysis;
    private final GraphWriter graph = new GraphWriter();
    private final WeightWriter weights;
    private final LayerWriters writers = new LayerWriters();
    private final Map<Layer, Signal> signals = new IdentityHashMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();

    private ModelWriter(NetworkAnalysis analysis, Optional<NetworkWeights> weights) {
        this.analysis = analysis;
        this.weights = new WeightWriter(graph, weights);
    }

    /**
     * Writes a network.
     *
     * @param analysis the network, with the shapes of all layers; its blocks are laid out
     * @param weights what it has learned; without, the weights are inputs of the graph
     * @throws org.vesalius.core.ReportedException if ONNX has no operators for a layer, or weights are missing
     */
    public static WrittenModel write(NetworkAnalysis analysis, Optional<NetworkWeights> weights) {
        Network network = analysis.expanded().network();
        ModelWriter writer = new ModelWriter(analysis, weights);
        List<Layer> order = analysis.order().layers();
        order.stream().filter(Input.class::isInstance).forEach(layer -> writer.enter((Input) layer));
        order.forEach(writer::add);
        network.getLayers().stream().filter(Output.class::isInstance).forEach(writer::leave);
        return writer.model(network);
    }

    private void enter(Input input) {
        String name = graph.name(input.getName());
        graph.input(Protos.ofSamples(name, input.getShape()));
        signals.put(input, new Signal(name, input.getShape(), Layout.NATURAL));
    }

    private void add(Layer layer) {
        if (layer instanceof Input || layer instanceof Output) {
            return;
        }
        List<Signal> inputs = Inputs.of(layer).stream().map(signals::get).toList();
        LayerSite site = new LayerSite(graph, weights, layer, inputs, analysis.shapeOf(layer).orElseThrow(),
                analysis.weightSpecs(layer), remark -> remarks.put(layer.getId(), remark));
        signals.put(layer, writers.write(layer, site));
    }

    private void leave(Layer output) {
        Signal result = graph.in(Layout.NATURAL, signals.get(Inputs.of(output).get(0)));
        graph.output(result, Protos.ofSamples(graph.name(output.getName()), result.shape()));
    }

    private WrittenModel model(Network network) {
        String name = network.getName() == null || network.getName().isBlank() ? "network" : network.getName();
        ModelProto model = ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("Vesalius")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph.graph(name)).build();
        return new WrittenModel(model, weights.placements(), remarks);
    }

    /**
     * A network as an ONNX model.
     *
     * @param model the model
     * @param placements where the weights of the layers stand in it
     * @param remarks what the user should know, by the id of the layer
     */
    public record WrittenModel(ModelProto model, List<Placement> placements, Map<String, String> remarks) {
        /** Copies the collections. */
        public WrittenModel {
            placements = List.copyOf(placements);
            remarks = Map.copyOf(new LinkedHashMap<>(remarks));
        }
    }
}
