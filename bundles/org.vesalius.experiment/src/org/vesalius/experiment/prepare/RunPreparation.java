// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.journal.Waivers;
import org.vesalius.dataset.journal.Waivers.Waiver;
import org.vesalius.experiment.CrossValidation;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.check.CheckedExperiment;
import org.vesalius.experiment.check.ExperimentChecks;
import org.vesalius.experiment.check.InvalidExperiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.network.Network;

/** Turns an experiment into a run: checks everything, and freezes what the run depends on in a folder of its own. */
public final class RunPreparation {

    private final ExperimentContext context;
    private final Clock clock;

    /**
     * @param context the layer types and readers there are
     * @param clock tells the time that the run is named by
     */
    public RunPreparation(ExperimentContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /**
     * Prepares a run. The folder appears complete, in state QUEUED, or not at all.
     *
     * @param file the file of the experiment; it stays as it is
     * @param options what this run takes otherwise than the experiment says
     * @param progress of the checks of the data
     * @throws InvalidExperiment if a check finds an error
     * @throws ReportedException if the experiment can't be loaded, or the folder of runs can't be written
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public RunFolder prepare(Path file, RunOptions options, Progress progress) {
        Experiment experiment = new ExperimentFiles().load(file);
        apply(options, experiment);
        refuseNoFold(experiment, file);
        CheckedExperiment checked = new ExperimentChecks(context).check(experiment, file, progress);
        Waivers waivers = waivers(file, checked, options);
        refuse(file, waivers.applied(checked.problems()));
        // what was checked is frozen, whatever has become of the files meanwhile
        LoadedExperiment loaded = checked.loaded().orElseThrow();
        waivers.keep(loaded.dataset().folder(), clock.instant());
        List<Waiver> applied = checked.problems().stream().flatMap(problem -> waivers.of(problem).stream()).toList();
        resolveThreads(experiment.getTraining(), loaded.analysis().expanded().network());
        Path runs = options.runs().orElseGet(() -> file.toAbsolutePath().resolveSibling(RunFolder.RUNS));
        try {
            return RunFolder.create(runs, name(experiment, file), experiment.getTraining().getSeed(), clock.instant(),
                    folder -> new FrozenRun(folder, loaded, context.layers()).write(clock.instant(), applied));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The folder of runs can't be written.", runs,
                    "Check its permissions and the space on its disk, or choose another folder of runs.", e);
        }
    }

    /** Those of the data set, and those of the options for what was found. */
    private static Waivers waivers(Path file, CheckedExperiment checked, RunOptions options) {
        Waivers waivers = checked.dataset().map(Dataset::folder).map(Waivers::of).orElse(new Waivers(List.of()));
        for (Map.Entry<String, String> option : options.waivers().entrySet()) {
            waivers = waived(file, checked.problems(), waivers, option.getKey(), option.getValue());
        }
        return waivers;
    }

    private static Waivers waived(Path file, List<Problem> problems, Waivers before, String check, String reason) {
        if (reason.isBlank()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No reason is given to waive '" + check + "'.", file,
                    "Say why the run is sound nevertheless: it stands in the record of the run.");
        }
        Waivers waivers = before;
        boolean known = false;
        for (Problem problem : problems) {
            // one that was waived before is a warning by now, and the new reason counts
            if (problem.checkId().equals(check) && (before.of(problem).isPresent() || Waivers.mayWaive(problem))) {
                known = true;
                waivers = waivers.with(problem, reason);
            }
        }
        if (!known) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "No check '" + check + "' of the data set holds the training back"
                    + " by what may be waived.", file,
                    "Leave the waiver away, or take the id of one that does: see"
                            + " 'vesalius check --json'.");
        }
        return waivers;
    }

    private static void apply(RunOptions options, Experiment experiment) {
        FoldChoice.apply(options, experiment);
        TrainingSettings training = experiment.getTraining();
        if (training == null) {
            // the checks will tell
            return;
        }
        options.epochs().ifPresent(training::setEpochs);
        options.seed().ifPresent(training::setSeed);
        options.engine().ifPresent(training::setEngine);
        options.device().ifPresent(training::setDevice);
        if (options.leaveOutUnreadable()) {
            training.setLeaveOutUnreadable(true);
        }
    }

    private static void refuseNoFold(Experiment experiment, Path file) {
        CrossValidation folds = experiment.getFolds();
        if (folds != null && ExperimentLoader.testFold(folds).isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The experiment is a cross-validation, and no fold is chosen to"
                    + " test.", file,
                    "Train with --folds for each in turn, or with --fold NAME for one.");
        }
    }

    private static void resolveThreads(TrainingSettings training, Network network) {
        if (training.getThreads() == 0) {
            training.setThreads(new ThreadCount(Runtime.getRuntime().availableProcessors()).of(network));
        }
    }

    private static void refuse(Path file, List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new InvalidExperiment(file, problems);
        }
    }

    private static String name(Experiment experiment, Path file) {
        String given = experiment.getName();
        String name = given == null || given.isBlank() ? file.getFileName().toString().replaceFirst("\\.[^.]*$", "") : given;
        return experiment.getFolds() == null ? name : name + RunFolder.FOLD + experiment.getFolds().getTest();
    }
}

/** Which fold of a cross-validation tests. */
final class FoldChoice {
    private FoldChoice() {
    }

    /** Takes the options into an experiment, which becomes a cross-validation if they ask for a fold. */
    static void apply(RunOptions options, Experiment experiment) {
        if (experiment.getFolds() == null && (options.fold().isPresent() || options.foldColumn().isPresent())) {
            experiment.setFolds(ExperimentFactory.eINSTANCE.createCrossValidation());
        }
        options.foldColumn().ifPresent(column -> experiment.getFolds().setColumn(column));
        options.fold().ifPresent(fold -> experiment.getFolds().setTest(fold));
    }
}
