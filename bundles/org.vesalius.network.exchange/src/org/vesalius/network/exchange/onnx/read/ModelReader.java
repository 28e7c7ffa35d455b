// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vesalius.network.Network;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ArrayReader;
import org.vesalius.network.exchange.onnx.graph.ForeignGraph;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.Fusions;
import org.vesalius.network.exchange.onnx.graph.GraphReader;
import org.vesalius.network.exchange.onnx.graph.ModelFile;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * Reads models of any tool.
 *
 * @param catalog the layer types
 */
public record ModelReader(LayerCatalog catalog) {
    /**
     * The network of a model.
     *
     * @param model the model
     * @param file where it comes from: for messages, and for weights in files beside it
     * @throws org.vesalius.core.ReportedException if the file is damaged
     */
    public ImportedNetwork read(ModelProto model, Path file) {
        ForeignGraph whole = new Fusions().apply(new GraphReader(file).read(model.getGraph()));
        ForeignGraph graph = whole.needed();
        ArrayReader arrays = new ArrayReader(file);
        Reading reading = new Reading(graph, arrays, catalog, ModelFile.operatorSet(model));
        new GraphInputs(graph, file).addTo(reading);
        OperatorReaders readers = new OperatorReaders(arrays);
        graph.nodes().forEach(node -> readers.read(node, reading));
        GraphOutputs.addTo(reading);
        remarkUnused(whole, graph, reading);
        Network network = reading.draft().network();
        network.setName(model.getGraph().getName().isBlank() ? "network" : model.getGraph().getName());
        NetworkWeights weights = reading.draft().weights();
        return new ImportedNetwork(network, weights.isEmpty() ? Optional.empty() : Optional.of(weights),
                new ExchangeReport(origin(model), reading.draft().notes(), reading.draft().remarks()));
    }

    private static void remarkUnused(ForeignGraph whole, ForeignGraph needed, Reading reading) {
        Set<ForeignNode> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(needed.nodes());
        Stream<String> operators = whole.nodes().stream().filter(node -> !kept.contains(node))
                .filter(node -> !node.type().equals("Constant")).map(node -> node.type() + " '" + node.called() + "'");
        Stream<String> inputs = whole.inputs().stream().filter(input -> !needed.inputs().contains(input))
                .map(input -> "input '" + input.getName() + "'");
        List<String> unused = Stream.concat(inputs, operators).toList();
        if (!unused.isEmpty()) {
            reading.draft().remark("No result depends on " + String.join(", ", unused) + "; left out.");
        }
    }

    private static String origin(ModelProto model) {
        String producer = (model.getProducerName() + " " + model.getProducerVersion()).strip();
        return "ONNX operator set " + ModelFile.operatorSet(model) + (producer.isEmpty() ? "" : " of " + producer);
    }
}
