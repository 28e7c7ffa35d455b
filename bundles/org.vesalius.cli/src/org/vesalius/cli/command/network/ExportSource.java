// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.option.GivenPath;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightsFile;

/**
 * What is exported: a network file with the weights beside it, or the network of a run.
 *
 * @param context layer types and runs
 * @param path the file or the run folder
 * @param weights the weights of a file, where they are not beside it
 */
record ExportSource(CliContext context, Path path, Optional<Path> weights) {

    /** Where the blocks in files are found that the network uses. */
    BlockSource blocks() {
        return ProjectBlocks.of(networkFile(), layers());
    }

    /** The network. */
    Network network() {
        return new NetworkFiles(layers()).load(networkFile());
    }

    /** Its weights: those given, those beside the file, or those of the run's best model; empty if a file has none. */
    Optional<NetworkWeights> learned() {
        if (weights.isPresent()) {
            return Optional.of(new WeightsFile(weights.get()).load());
        }
        if (isRun()) {
            return Optional.of(bestOfRun());
        }
        WeightsFile beside = WeightsFile.beside(path);
        return Files.exists(beside.path()) ? Optional.of(beside.load()) : Optional.empty();
    }

    private boolean isRun() {
        return Files.isDirectory(path);
    }

    private Path networkFile() {
        return isRun() ? new GivenPath(path).run().network() : path;
    }

    private LayerCatalog layers() {
        return context.experiments().layers();
    }

    private NetworkWeights bestOfRun() {
        try {
            Path file = Files.createTempFile("vesalius-", "." + WeightsFile.EXTENSION);
            file.toFile().deleteOnExit();
            try {
                context.runs().weights(new RunFolder(path), file);
                return new WeightsFile(file).load();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a temporary file", e);
        }
    }
}
