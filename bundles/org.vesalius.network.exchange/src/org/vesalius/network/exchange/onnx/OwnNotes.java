// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.onnx.write.ModelWriter;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * What Vesalius writes into the metadata of an ONNX file for itself: the network as drawn, and weights that no operator
 * uses. It is believed only where writing that network again gives the very graph of the file, so that a file which
 * another tool has changed since is read for what it is.
 *
 * @param catalog the layer types
 */
record OwnNotes(LayerCatalog catalog) {
    private static final String NETWORK = "vesalius.network";

    /** The model, with the notes. */
    ModelProto attach(ModelWriter.WrittenModel written, Network network, Optional<NetworkWeights> weights) {
        ModelProto.Builder model = written.model().toBuilder();
        String text = new String(new NetworkFiles(catalog).toBytes(network), StandardCharsets.UTF_8);
        model.addMetadataProps(entry(NETWORK, text));
        weights.ifPresent(all -> new UnusedWeights(written.placements()).write(all, model));
        return model.build();
    }

    /**
     * The network and weights that the notes of a file speak of; empty if there are none, or if they don't fit the graph.
     *
     * @param file where the model comes from
     */
    Optional<ImportedNetwork> read(ModelProto model, Path file) {
        Optional<String> text = model.getMetadataPropsList().stream().filter(entry -> entry.getKey().equals(NETWORK))
                .map(StringStringEntryProto::getValue).findFirst();
        try {
            return text.flatMap(found -> confirmed(found, model, file));
        } catch (ReportedException | IllegalArgumentException | ArithmeticException e) {
            // damaged notes: the graph itself says what there is
            return Optional.empty();
        }
    }

    private Optional<ImportedNetwork> confirmed(String text, ModelProto model, Path file) {
        Network network = new NetworkFiles(catalog).load(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file.getFileName().toString());
        NetworkAsModel again = new NetworkAsModel(catalog, BlockSource.none());
        ModelWriter.WrittenModel plan = again.write(network, Optional.empty());
        if (plan.model().getGraph().equals(model.getGraph())) {
            return Optional.of(imported(network, Optional.empty()));
        }
        NetworkWeights.Builder collected = NetworkWeights.builder();
        new UnusedWeights.StoredWeights(model, file).collect(plan.placements(), collected);
        UnusedWeights.read(model, collected);
        NetworkWeights weights = collected.build();
        ModelWriter.WrittenModel whole = again.write(network, Optional.of(weights));
        return whole.model().getGraph().equals(model.getGraph())
                ? Optional.of(imported(network, Optional.of(weights))) : Optional.empty();
    }

    private static ImportedNetwork imported(Network network, Optional<NetworkWeights> weights) {
        List<LayerNote> notes = network.getLayers().stream().map(layer -> new LayerNote(layer.getName(),
                layer.eClass().getName(), Fidelity.EXACT, "")).toList();
        return new ImportedNetwork(network, weights, new ExchangeReport("Vesalius, as ONNX", notes, List.of()));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
