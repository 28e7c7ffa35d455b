// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private static final String PREFIX = "vesalius-model";
    private static final String NETWORK = "model.network";
    private static final String WEIGHTS = "model.safetensors";
    private static final Duration ABANDONED = Duration.ofDays(1);

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
        return imported(ImportNetworkCommand.importerFor(Exchange.of(context.experiments().layers(), BlockSource.none()), model), model,
                weights, context);
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
            removeLeftovers();
            Path folder = Files.createTempDirectory(PREFIX);
            folder.toFile().deleteOnExit();
            ModelToCompute opened = new ModelToCompute(folder.resolve(NETWORK),
                    imported.weights().map(there -> folder.resolve(WEIGHTS)),
                    Optional.of(imported.report()), Optional.of(folder));
            new NetworkFiles(context.experiments().layers()).save(imported.network(), opened.network);
            opened.network.toFile().deleteOnExit();
            opened.weights.ifPresent(file -> file.toFile().deleteOnExit());
            opened.weights.ifPresent(file -> new WeightsFile(file).save(imported.weights().orElseThrow()));
            return opened;
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "No temporary file can be written",
                    "Check the folder for temporary files and the space on its disk", e);
        }
    }

    @Override
    public void close() {
        try {
            if (temporary.isPresent()) {
                remove(temporary.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder can't be removed", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NETWORK));
        Files.deleteIfExists(folder.resolve(WEIGHTS));
        Files.deleteIfExists(folder);
    }

    /** A command that was killed leaves its folder behind; nobody computes for a day. */
    private static void removeLeftovers() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                removeQuietly(folder, limit);
            }
        }
    }

    private static void removeQuietly(Path folder, Instant limit) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
                remove(folder);
            }
        } catch (IOException e) {
            // another user's, with something else in it, or just removed by another command
        }
    }
}
