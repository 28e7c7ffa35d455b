// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.cli.context.CliContext;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.formats.Exchange;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.weights.WeightsFile;

/**
 * A model to compute with: a network, or what another tool wrote, which is imported into a temporary folder.
 *
 * @param network the .network file
 * @param weights its weights, if there are any
 * @param report of the import, if there was one
 * @param temporary the folder to remove afterwards, if there is one
 */
record ModelToCompute(Path network, Optional<Path> weights, Optional<ExchangeReport> report, Optional<Path> temporary)
        implements AutoCloseable {

    /**
     * Opens a model.
     *
     * @param weights where they are not in the model or beside it
     * @throws ReportedException if it can't be used
     */
    static ModelToCompute open(Path model, Optional<Path> weights, CliContext context) {
        if (model.getFileName() != null && model.getFileName().toString().endsWith("." + NetworkFiles.EXTENSION)) {
            if (!Files.isRegularFile(model)) {
                throw new ReportedException(ErrorKind.INVALID_INPUT,
                        Files.exists(model) ? "This is a folder, no network" : "There is no such file", model,
                        "Give a .network file, or a model of Keras or ONNX");
            }
            Path beside = WeightsFile.beside(model).path();
            return new ModelToCompute(model, weights.or(() -> Optional.of(beside).filter(Files::exists)),
                    Optional.empty(), Optional.empty());
        }
        return imported(ImportNetworkCommand.importerFor(Exchange.of(context.experiments().layers(), BlockSource.none()), model), model, weights, context);
    }

    private static ModelToCompute imported(NetworkImporter importer, Path model, Optional<Path> weights,
            CliContext context) {
        ImportedNetwork imported = weights.map(file -> importer.load(model, file)).orElseGet(() -> importer.load(model));
        int unknown = imported.report().with(Fidelity.UNKNOWN).size();
        if (unknown > 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, (unknown == 1 ? "1 layer is" : unknown + " layers are")
                    + " not known here, so the model can't be computed", model,
                    "'vesalius network import' lists all layers; replace what became a placeholder");
        }
        try {
            Path folder = Files.createTempDirectory("vesalius-model");
            ModelToCompute opened = new ModelToCompute(folder.resolve("model.network"),
                    imported.weights().map(there -> folder.resolve("model.safetensors")),
                    Optional.of(imported.report()), Optional.of(folder));
            new NetworkFiles(context.experiments().layers()).save(imported.network(), opened.network);
            opened.weights.ifPresent(file -> new WeightsFile(file).save(imported.weights().orElseThrow()));
            return opened;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "No temporary file can be written", null,
                    "Check the folder for temporary files and the space on its disk", e);
        }
    }

    @Override
    public void close() {
        try {
            if (temporary.isPresent()) {
                Files.deleteIfExists(network);
                Files.deleteIfExists(temporary.get().resolve("model.safetensors"));
                Files.deleteIfExists(temporary.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder can't be removed", e);
        }
    }
}
