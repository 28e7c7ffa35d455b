// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor.resolve;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.experiment.ui.editor.resolve.ResolvedNetwork.End;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.OutsideGuard;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.analysis.TrainingScale;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.io.ProjectBlocks;
import org.vesalius.network.layer.LayerCatalog;

/** Looks at the files that an experiment names. It reads files, so it is not for the UI thread. */
public final class ExperimentResolver {

    private final Path file;
    private final ExperimentContext context;
    private final Path folder;
    private final LayerCatalog layers;
    private final OutsideGuard guard;

    /** Creates a resolver of paths in the file of an experiment. */
    public ExperimentResolver(Path file, ExperimentContext context) {
        this.file = file;
        this.context = context;
        folder = file.getParent();
        layers = context.layers();
        guard = new OutsideGuard(context.outside(), file);
    }

    /** Loads and analyses a network file for a training; the path starts from the experiment's folder. */
    public ResolvedNetwork network(String path, TrainingScale scale) {
        if (path == null || path.isBlank()) {
            return ResolvedNetwork.unusable("Choose the network to train.");
        }
        try {
            Path source = guard.require("network", folder.resolve(path).normalize());
            Network network = new NetworkFiles(layers).load(source);
            return describe(network, new NetworkAnalyser(layers).analyse(network, ProjectBlocks.of(source, layers)),
                    scale);
        } catch (ReportedException | InvalidPathException e) {
            return ResolvedNetwork.unusable(words(e));
        }
    }

    private static ResolvedNetwork describe(Network network, NetworkAnalysis analysis, TrainingScale scale) {
        List<End> ends = new ArrayList<>();
        ends(network, analysis, Input.class, ends);
        ends(network, analysis, Output.class, ends);
        return new ResolvedNetwork("", Optional.ofNullable(network.getName()).orElse(""), List.copyOf(ends),
                analysis.totalParameters().total(), analysis.trainingBytes(scale));
    }

    private static void ends(Network network, NetworkAnalysis analysis, Class<? extends Layer> type, List<End> ends) {
        for (Layer layer : network.getLayers()) {
            if (type.isInstance(layer)) {
                ends.add(new End(layer.getName(), type == Input.class, analysis.shapeOf(layer)));
            }
        }
    }

    /** Loads the data set of an experiment, divided as a run of it is. */
    public ResolvedDataset dataset(Experiment experiment) {
        if (experiment.getDataset() == null || experiment.getDataset().isBlank()) {
            return ResolvedDataset.unusable("Choose the data set to learn from.");
        }
        try {
            Dataset dataset = new DatasetFiles().load(guard.require("data set",
                    folder.resolve(experiment.getDataset()).normalize()));
            return experiment.getFolds() == null ? described("", dataset, List.of()) : divided(dataset, experiment);
        } catch (ReportedException | InvalidPathException e) {
            return ResolvedDataset.unusable(words(e));
        }
    }

    /** Where no folds can be told, the columns are known nevertheless: one of them may tell some. */
    private ResolvedDataset divided(Dataset dataset, Experiment experiment) {
        ExperimentLoader loader = new ExperimentLoader(context);
        List<String> folds = List.of();
        try {
            folds = loader.folds(experiment, file, Optional.empty());
            return described("", loader.dataset(experiment, file), folds);
        } catch (ReportedException e) {
            return described(words(e), dataset, folds);
        }
    }

    private static ResolvedDataset described(String problem, Dataset dataset, List<String> folds) {
        return new ResolvedDataset(problem, dataset.name(), dataset.columns(), SubsetCounts.of(dataset), folds);
    }

    private static String words(Exception problem) {
        return problem instanceof ReportedException reported ? (reported.getMessage() + " " + reported.remedy()).strip()
                : "The path can't be a file: " + problem.getMessage();
    }
}
