// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.onnx.OnnxExporter;
import org.vesalius.network.exchange.onnx.OnnxImporter;
import org.vesalius.network.exchange.onnx.OnnxRuntime;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.worker.spi.Tensor;

/**
 * Exports what was imported, and computes with both.
 *
 * @param folder takes the exported file
 */
record OnnxReexport(Path folder) {
    private static final double CLOSE = 1e-5;

    /** What the engine and ONNX Runtime don't agree on; empty as well where the export is refused with a reason. */
    Optional<String> difference(Path model, Reference reference) throws Exception {
        ImportedNetwork imported = new OnnxImporter(StandardLayers.catalog()).load(model);
        Map<String, Tensor> inputs = reference.inputs(imported.network());
        Path again = folder.resolve("again.onnx");
        try {
            new OnnxExporter(StandardLayers.catalog(), BlockSource.none()).write(imported.network(), imported.weights(), again);
        } catch (ReportedException e) {
            return Optional.empty();
        }
        Map<String, Tensor> exported = OnnxRuntime.run(again, inputs);
        return ImportJudge.difference(ImportJudge.computed(imported.network(), imported.weights(), inputs),
                List.copyOf(exported.values()));
    }
}
