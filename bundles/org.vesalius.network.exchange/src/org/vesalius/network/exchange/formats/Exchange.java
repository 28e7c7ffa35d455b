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

    /** All that Vesalius brings, for networks without blocks in files of their own. */
    public static Exchange standard() {
        return standard(BlockSource.none());
    }

    /**
     * All that Vesalius brings.
     *
     * @param blocks where exported networks find blocks in files
     */
    public static Exchange standard(BlockSource blocks) {
        return new Exchange(List.of(new KerasImporter(), new OnnxImporter()),
                List.of(new KerasH5Exporter(blocks), new KerasArchiveExporter(blocks), new KerasJsonExporter(blocks),
                        new KerasPythonExporter(blocks), new OnnxExporter(blocks), new PyTorchExporter(blocks)));
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
