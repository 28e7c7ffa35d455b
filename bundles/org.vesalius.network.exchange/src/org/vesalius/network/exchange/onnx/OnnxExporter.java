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
import org.vesalius.network.weights.NetworkWeights;

/**
 * Writes networks as ONNX models, which other tools and runtimes compute with. What ONNX has no place for, such as
 * dropout, losses and the picture, travels as metadata, so that Vesalius gets the network back as it was.
 */
public final class OnnxExporter extends FileExporter {
    private static final Format FORMAT = new Format("onnx", "ONNX model (.onnx)", "onnx", true);

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public OnnxExporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        NetworkAsModel conversion = new NetworkAsModel(layers(), blocks());
        ModelWriter.WrittenModel written = conversion.write(network, weights);
        ModelProto model = new OwnNotes(layers()).attach(written, conversion.alone(network), weights);
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
