// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.dataset.Dataset;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.binding.Bindings;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;

/**
 * An experiment with the network and the data set it names.
 *
 * @param file the file of the experiment
 * @param experiment the experiment
 * @param source its network as it was read
 * @param analysis the shapes and problems of the network
 * @param dataset its data set
 */
public record LoadedExperiment(Path file, Experiment experiment, NetworkSource source, NetworkAnalysis analysis,
        Dataset dataset) {
    /** No component may be null. */
    public LoadedExperiment {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(dataset, "dataset");
    }

    /** The network. */
    public Network network() {
        return source.network();
    }

    /** The file of weights that training starts from; empty where all layers start as their settings say. */
    public Optional<Path> startWeightsFile() {
        String path = experiment.getTraining() == null ? null : experiment.getTraining().getStartWeights();
        return path == null || path.isBlank() ? Optional.empty()
                : Optional.of(file.toAbsolutePath().resolveSibling(path).normalize());
    }

    /** The bindings with their names looked up. */
    public Bindings bindings() {
        return Bindings.of(experiment, network(), analysis, dataset);
    }
}
