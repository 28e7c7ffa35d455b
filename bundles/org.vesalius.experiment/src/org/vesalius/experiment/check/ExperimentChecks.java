// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.check.standard.AbsentImages;
import org.vesalius.dataset.check.standard.PreparedSizes;
import org.vesalius.dataset.reader.SampleFiles;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.io.NetworkSource;
import org.vesalius.experiment.io.OutsideProject;
import org.vesalius.network.analysis.NetworkAnalysis;

/**
 * All checks of an experiment: its settings, its network, its data set, and how they fit together. Markers, the command
 * line and the experiment editor show the same list. Whether engine and device exist is the engine's check.
 */
public final class ExperimentChecks {
    private static final List<ExperimentCheck> CHECKS =
            List.of(new BindingCheck(), new EncodingCheck(), new FoldsCheck(), new MissingInputCheck(), new ScaleCheck(),
                    new LogarithmCheck(), new FullBatchCheck(),
                    new EventNumbersCheck(), new EventTimesCheck(),
                    new InputFitCheck(), new OutputFitCheck(), new ClassWeightCheck(), new AugmentationCheck(), new MonitorCheck(),
                    new StartWeightsCheck());

    /** Whether samples that can't be read hold the training back is for the experiment to say. */
    private static final Set<String> FOUND_HERE = Set.of("dataset.unreadable", "dataset.missing");

    private final ExperimentContext context;
    private final ExperimentLoader loader;

    /** @param context the layer types and readers there are */
    public ExperimentChecks(ExperimentContext context) {
        this.context = context;
        loader = new ExperimentLoader(context);
    }

    /**
     * Checks an experiment in a file. A file that can't be loaded is a problem too, not an exception.
     *
     * @param progress of the checks of the data
     * @return what was found; empty if all is well
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public List<Problem> check(Path file, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        load("experiment.file", problems, () -> new ExperimentFiles().load(file))
                .ifPresent(experiment -> problems.addAll(check(experiment, file, progress).problems()));
        return problems;
    }

    /**
     * Checks an experiment and its data.
     *
     * @param experiment the experiment as it stands; fixes act on it
     * @param file its file, which the paths in it are relative to
     * @param progress of the checks of the data
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public CheckedExperiment check(Experiment experiment, Path file, Progress progress) {
        CheckedExperiment settings = checkSettings(experiment, file);
        return together(settings,
                settings.dataset().map(dataset -> checkData(dataset, progress)).orElse(CheckedData.of()));
    }

    /**
     * What was found in an experiment and in its data, and whether samples that can't be read keep it from training.
     *
     * @param settings what {@link #checkSettings} found
     * @param data what {@link #checkData} found in its data set
     */
    public CheckedExperiment together(CheckedExperiment settings, CheckedData data) {
        List<Problem> problems = new ArrayList<>(settings.problems());
        settings.loaded().ifPresent(loaded -> List.of(new UnreadableCheck(data.absent()), new ArraySizeCheck(data.sizes()))
                .forEach(check -> problems.addAll(check.check(loaded))));
        problems.addAll(settings.loaded().map(loaded -> new DataAdvice(loaded.experiment()).of(data.problems()))
                .orElse(data.problems()));
        return new CheckedExperiment(problems, settings.dataset(), settings.loaded());
    }

    /**
     * The checks of a data set. They may look at every image.
     *
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public CheckedData checkData(Dataset dataset, Progress progress) {
        List<Problem> problems = context.datasetChecks().check(dataset, progress).stream()
                .filter(problem -> !FOUND_HERE.contains(problem.checkId())).toList();
        return new CheckedData(problems, new AbsentImages(context.readers()).find(dataset, new SampleFiles(dataset.root()), progress),
                new PreparedSizes(context.readers()).find(dataset));
    }

    /**
     * Checks an experiment that is being edited: all but its data, of which no image is looked at, and what depends on
     * them.
     *
     * @param experiment the experiment as it stands; fixes act on it
     * @param file its file, which the paths in it are relative to
     */
    public CheckedExperiment checkSettings(Experiment experiment, Path file) {
        List<Problem> problems = new ArrayList<>(new SettingsCheck().check(experiment));
        Optional<NetworkSource> network = load("experiment.network", problems, () -> loader.network(experiment, file));
        Optional<Dataset> dataset = load("experiment.dataset", problems, () -> loader.dataset(experiment, file));
        Optional<NetworkAnalysis> analysis = network.map(loader::analysis);
        analysis.ifPresent(it -> problems.addAll(it.problems()));
        Optional<Boolean> weights = load("experiment.start-weights", problems, () -> {
            loader.requireStartWeights(experiment, file);
            return true;
        });
        Optional<LoadedExperiment> loaded = dataset.flatMap(data -> network.map(source -> new LoadedExperiment(file,
                experiment, source, analysis.orElseThrow(), data)));
        loaded.filter(it -> weights.isPresent())
                .ifPresent(it -> CHECKS.stream().flatMap(check -> check.check(it).stream()).forEach(problems::add));
        return new CheckedExperiment(problems, dataset, loaded);
    }

    private <T> Optional<T> load(String checkId, List<Problem> problems, Supplier<T> loading) {
        try {
            return Optional.of(loading.get());
        } catch (OutsideProject e) {
            problems.add(Problem.error("experiment.outside", "", e.getMessage(), e.remedy(),
                    new LabelledFix("Allow this project to read " + e.place(),
                            () -> context.outside().allow(e.project(), e.place()))));
            return Optional.empty();
        } catch (ReportedException e) {
            String place = e.where().map(path -> path + ": ").orElse("");
            problems.add(Problem.error(checkId, "", place + e.getMessage(), e.remedy()));
            return Optional.empty();
        }
    }
}
