// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ComputableNetwork;
import org.vesalius.network.exchange.ExportReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;

/**
 * Writes networks as modules of PyTorch: one class, and one for each kind of block. Weights go into a file beside it,
 * which the module's {@code load_weights} reads with nothing but NumPy.
 */
public final class PyTorchExporter implements NetworkExporter {
    private static final String WEIGHTS = ".safetensors";

    private final BlockSource blocks;

    /** For networks without blocks in files of their own. */
    public PyTorchExporter() {
        this(BlockSource.none());
    }

    /** @param blocks where blocks in files come from */
    public PyTorchExporter(BlockSource blocks) {
        this.blocks = blocks;
    }

    @Override
    public String id() {
        return "pytorch";
    }

    @Override
    public String label() {
        return "PyTorch code (.py)";
    }

    @Override
    public String extension() {
        return "py";
    }

    @Override
    public boolean wantsWeights() {
        return true;
    }

    @Override
    public ExportReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        String text = new TorchFile(network, new ComputableNetwork(blocks).analyze(network)).text();
        try {
            new AtomicFile(file).writeText(text);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The Python file can't be written.", file,
                    "See that its folder is there, can be written to and has room.", e);
        }
        weights.ifPresent(all -> new WeightsFile(beside(file)).save(all));
        List<LayerNote> notes = network.getLayers().stream().map(layer -> new LayerNote(layer.getName(),
                layer.eClass().getName(), Fidelity.EXACT, "")).toList();
        return new ExportReport(notes, weights.isPresent()
                ? List.of("The weights are in '" + beside(file).getFileName() + "'; load_weights reads them.")
                : List.of());
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
        return file.resolveSibling(stem + WEIGHTS);
    }
}
