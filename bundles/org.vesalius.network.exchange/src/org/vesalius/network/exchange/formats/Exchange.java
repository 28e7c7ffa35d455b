// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.keras.read.KerasImporter;
import org.vesalius.network.exchange.keras.write.KerasArchiveExporter;
import org.vesalius.network.exchange.keras.write.KerasH5Exporter;
import org.vesalius.network.exchange.keras.write.KerasJsonExporter;
import org.vesalius.network.exchange.onnx.OnnxExporter;
import org.vesalius.network.exchange.onnx.OnnxImporter;
import org.vesalius.network.exchange.python.keras.KerasPythonExporter;
import org.vesalius.network.exchange.python.torch.PyTorchExporter;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.standard.StandardLayers;

/**
 * The tools that networks can come from and go to.
 *
 * @param importers what reads files of other tools
 * @param exporters what writes files for other tools
 */
public record Exchange(List<NetworkImporter> importers, List<NetworkExporter> exporters) {
    public Exchange {
        importers = List.copyOf(importers);
        exporters = List.copyOf(exporters);
    }

    /** What comes with Vesalius for its own layers and for networks without blocks in files of their own, for tests. */
    public static Exchange standard() {
        return of(StandardLayers.catalog(), BlockSource.none());
    }

    /**
     * All formats, for the layers that there are.
     *
     * @param layers the layer types
     * @param blocks where exported networks find blocks in files
     */
    public static Exchange of(LayerCatalog layers, BlockSource blocks) {
        return new Exchange(List.of(new KerasImporter(layers), new OnnxImporter(layers)),
                List.of(new KerasH5Exporter(layers, blocks), new KerasArchiveExporter(layers, blocks),
                        new KerasJsonExporter(layers, blocks), new KerasPythonExporter(layers, blocks),
                        new OnnxExporter(layers, blocks), new PyTorchExporter(layers, blocks)));
    }

    /** The importer for a file, by the end of its name. */
    public Optional<NetworkImporter> importerFor(Path file) {
        String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
        return importers.stream()
                .filter(importer -> importer.extensions().stream().anyMatch(end -> name.endsWith("." + end)))
                .findFirst();
    }

    /** The exporter of this id. */
    public Optional<NetworkExporter> exporter(String id) {
        return exporters.stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }
}
