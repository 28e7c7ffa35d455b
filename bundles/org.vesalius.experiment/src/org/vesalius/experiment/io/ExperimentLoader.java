// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.split.Folds;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;

/** Loads an experiment and what it names. */
public final class ExperimentLoader {
    /** What lies beside the experiment of a run, in the folder of the run. */
    private static final String RUN_RECORD = "run.json";

    private final ExperimentContext context;

    /** @param context the layer types there are */
    public ExperimentLoader(ExperimentContext context) {
        this.context = context;
    }

    /**
     * Loads all three.
     *
     * @param file the file of the experiment
     * @throws ReportedException if one of them is missing or damaged
     */
    public LoadedExperiment load(Path file) {
        return load(new ExperimentFiles().load(file), file);
    }

    /**
     * Loads what an experiment names.
     *
     * @param file the file of the experiment, which the paths in it are relative to
     * @throws ReportedException if something is missing or damaged
     */
    public LoadedExperiment load(Experiment experiment, Path file) {
        NetworkSource network = network(experiment, file);
        requireStartWeights(experiment, file);
        return new LoadedExperiment(file, experiment, network, analysis(network), dataset(experiment, file));
    }

    /** What can be said of a network, with the blocks that it uses by reference. */
    public NetworkAnalysis analysis(NetworkSource network) {
        return new NetworkAnalyser(context.layers()).analyse(network.network(), network.blocks());
    }

    /**
     * The network of an experiment.
     *
     * @param file the file of the experiment, which the path of the network is relative to
     * @throws ReportedException if none is named, or it is missing or damaged
     */
    public NetworkSource network(Experiment experiment, Path file) {
        Path networkFile = resolve(experiment.getNetwork(), "network", file);
        return new NetworkSource(new NetworkFiles(context.layers()).open(networkFile),
                ProjectBlocks.of(networkFile, context.layers()));
    }

    /**
     * The data set of an experiment; of a cross-validation divided as its test fold asks for, or as the first one does while
     * none is chosen.
     *
     * @param file the file of the experiment, which the path of the data set is relative to
     * @throws ReportedException if none is named, it is missing or damaged, or has no such folds
     */
    public Dataset dataset(Experiment experiment, Path file) {
        Dataset dataset = new DatasetFiles().load(resolve(experiment.getDataset(), "data set", file));
        guard(file).require("folder of the images", dataset.root());
        return experiment.getFolds() == null ? dataset : divided(used(dataset, file), experiment);
    }

    /**
     * The folds of an experiment in their order; none if it is no cross-validation.
     *
     * @param column the column that tells them, if not that of the experiment
     * @throws ReportedException if the data set can't be used or has no such folds
     */
    public List<String> folds(Experiment experiment, Path file, Optional<String> column) {
        Optional<CrossValidation> folds = Optional.ofNullable(experiment.getFolds());
        String name = column.or(() -> folds.map(CrossValidation::getColumn)).orElse("");
        return Folds.of(used(new DatasetFiles().load(resolve(experiment.getDataset(), "data set", file)), file), name).names();
    }

    /**
     * How many samples are in the test part of its data set, which no fold holds.
     *
     * @throws ReportedException if the data set can't be used
     */
    public int testSamples(Experiment experiment, Path file) {
        return new DatasetFiles().load(resolve(experiment.getDataset(), "data set", file)).samples(Subset.TEST).size();
    }

    /**
     * The folds that are trained in turn, a run each.
     *
     * @param file the file of the experiment
     * @return none where one run is all: the experiment is no cross-validation, or names the fold that tests
     * @throws ReportedException if the data set can't be used or has no such folds
     */
    public List<String> foldsInTurn(Experiment experiment, Path file) {
        CrossValidation cross = experiment.getFolds();
        return cross == null || testFold(cross).isPresent() ? List.of() : folds(experiment, file, Optional.empty());
    }

    /** The fold that tests; empty where each does in turn. */
    public static Optional<String> testFold(CrossValidation cross) {
        return Optional.ofNullable(cross.getTest()).filter(fold -> !fold.isBlank());
    }

    /** The copy of a run has left out the test part already: what it calls so is the fold that is held out. */
    private static Dataset used(Dataset dataset, Path file) {
        return Files.exists(file.toAbsolutePath().resolveSibling(RUN_RECORD)) ? dataset : Folds.withoutTest(dataset);
    }

    private static Dataset divided(Dataset dataset, Experiment experiment) {
        CrossValidation cross = experiment.getFolds();
        Folds folds = Folds.of(dataset, Objects.requireNonNullElse(cross.getColumn(), ""));
        String test = testFold(cross).orElse(folds.names().get(0));
        long seed = experiment.getTraining() == null ? 0 : experiment.getTraining().getSeed();
        return folds.testing(test, cross.getValidation(), seed);
    }

    /**
     * Makes sure that the weights that training starts from may be read.
     *
     * @throws OutsideProject if they are outside the project, and nobody allowed to read there
     */
    public void requireStartWeights(Experiment experiment, Path file) {
        String path = experiment.getTraining() == null ? null : experiment.getTraining().getStartWeights();
        if (path != null && !path.isBlank()) {
            resolve(path, "file of start weights", file);
        }
    }

    private OutsideGuard guard(Path file) {
        return new OutsideGuard(context.outside(), file);
    }

    private Path resolve(String path, String what, Path file) {
        if (path == null || path.isBlank()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The experiment names no " + what + ".", file,
                    "Choose a " + what + " in the experiment editor.");
        }
        try {
            return guard(file).require(what, file.toAbsolutePath().resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The path of the " + what + " is no path.", file,
                    "Choose a " + what + " in the experiment editor.", e);
        }
    }
}
