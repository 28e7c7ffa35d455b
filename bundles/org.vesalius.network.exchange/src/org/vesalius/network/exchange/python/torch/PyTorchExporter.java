// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;

/**
 * Writes networks as modules of PyTorch: one class, and one for each kind of block. Weights go into a file beside it,
 * which the module's {@code load_weights} reads with nothing but NumPy.
 */
public final class PyTorchExporter extends FileExporter {
    private static final Format FORMAT = new Format("pytorch", "PyTorch code (.py)", "py", true);
    private static final String WEIGHTS = ".safetensors";

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public PyTorchExporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        String text = new TorchFile(network, analyse(network)).text();
        save(file, text);
        weights.ifPresent(all -> new WeightsFile(beside(file)).save(all));
        List<LayerNote> notes = network.getLayers().stream().map(layer -> new LayerNote(layer.getName(),
                layer.eClass().getName(), Fidelity.EXACT, "")).toList();
        return new ExchangeReport(notes, weights.isPresent()
                ? List.of("The weights are in '" + beside(file).getFileName() + "'; load_weights reads them.")
                : List.of());
    }

    private static Path beside(Path file) {
        String name = Objects.toString(file.getFileName(), "");
        String stem = name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
        return file.resolveSibling(stem + WEIGHTS);
    }
}
