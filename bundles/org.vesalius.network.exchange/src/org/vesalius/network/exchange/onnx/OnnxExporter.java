// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.onnx.write.ModelWriter;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.weights.NetworkWeights;

/**
 * Writes networks as ONNX models, which other tools and runtimes compute with. What ONNX has no place for, such as
 * dropout, losses and the picture, travels as metadata, so that Vesalius gets the network back as it was.
 */
public final class OnnxExporter extends FileExporter {
    private static final Format FORMAT = new Format("onnx", "ONNX model (.onnx)", "onnx", true);
    private final LayerCatalog catalog = StandardLayers.catalog();

    /** For networks without blocks in files of their own. */
    public OnnxExporter() {
        this(BlockSource.none());
    }

    /** @param blocks where blocks in files come from */
    public OnnxExporter(BlockSource blocks) {
        super(FORMAT, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        NetworkAsModel conversion = new NetworkAsModel(blocks());
        ModelWriter.WrittenModel written = conversion.write(network, weights);
        ModelProto model = new OwnNotes(catalog).attach(written, conversion.alone(network), weights);
        save(file, model::writeTo);
        List<LayerNote> notes = network.getLayers().stream().map(layer -> note(layer, written.remarks())).toList();
        return new ExchangeReport(notes, weights.isPresent() ? List.of()
                : List.of("The file holds no weights: they are inputs of the graph, beside the data."));
    }

    private static LayerNote note(Layer layer, Map<String, String> remarks) {
        String remark = remarks.getOrDefault(layer.getId(), "");
        Fidelity fidelity = remark.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED;
        return new LayerNote(layer.getName(), layer.eClass().getName(), fidelity, remark);
    }
}
