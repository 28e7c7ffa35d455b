// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.output.EvaluationText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.RunReport;
import org.vesalius.cli.output.UnfinishedFolds;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.pool.PooledRuns;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;

/** Trains once for each fold of a cross-validation, one after another, and measures all together. */
final class FoldTraining {
    private static final String GO_ON = "`vesalius train --fold NAME` goes on with single folds, and `vesalius evaluate`"
            + " measures the runs of all together";

    private final CliContext context;
    private final boolean json;
    private final List<RunFolder> runs = new ArrayList<>();
    private final JsonArray reports = new JsonArray();

    /** @param json whether standard output is for one JSON document */
    FoldTraining(CliContext context, boolean json) {
        this.context = context;
        this.json = json;
    }

    /**
     * Trains.
     *
     * @param start starts a run of the experiment
     * @return interrupted if Ctrl-C was pressed; further folds are not begun then
     * @throws UnfinishedFolds      if a fold can't be trained, or the runs can't be measured together
     * @throws InterruptedException when the waiting thread is interrupted
     */
    ExitCode train(Path experiment, RunOptions options, BiFunction<Path, RunOptions, RunHandle> start)
            throws InterruptedException {
        ExperimentLoader loader = new ExperimentLoader(context.experiments());
        Experiment loaded = new ExperimentFiles().load(experiment);
        List<String> folds = loader.folds(loaded, experiment, options.foldColumn());
        int test = loader.testSamples(loaded, experiment);
        if (test > 0) {
            context.console().note("The test part stays shut: its " + English.quantity(test, "sample") + (test == 1 ? " is" : " are")
                    + " in no fold.");
        }
        for (int i = 0; i < folds.size(); i++) {
            String fold = folds.get(i);
            context.console().note("Fold " + fold + " (" + (i + 1) + " of " + folds.size() + ") is held out.");
            RunFollower follower = new RunFollower(context, json);
            boolean begun = follow(fold, follower, () -> start.apply(experiment, options.withFold(fold)));
            if (!begun || follower.interrupted() || follower.askedToStop() && i < folds.size() - 1) {
                tellStopped();
                return ExitCode.INTERRUPTED;
            }
        }
        tellAll(measured());
        return ExitCode.OK;
    }

    /** Trains one fold; false if Ctrl-C kept its run from being prepared, after others. */
    private boolean follow(String fold, RunFollower follower, Supplier<RunHandle> start) throws InterruptedException {
        try {
            RunHandle run = start.get();
            tell(follower.report(run));
            runs.add(run.folder());
            return true;
        } catch (ReportedException e) {
            throw new UnfinishedFolds("Fold " + fold, e, runs.isEmpty() ? "" : GO_ON, reports);
        } catch (CancellationException e) {
            if (runs.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private JsonObject measured() {
        try {
            return new PooledRuns(runs, context.experiments()).measure();
        } catch (ReportedException e) {
            throw new UnfinishedFolds("All folds", e, "", reports);
        }
    }

    private void tell(RunReport report) {
        if (json) {
            reports.add(report.toJson());
        } else {
            report.lines().forEach(context.console()::line);
        }
    }

    private void tellStopped() {
        context.console().note("Further folds are not trained: " + GO_ON + ".");
        if (json) {
            JsonObject document = new JsonObject();
            document.add("runs", reports);
            context.console().line(JsonText.of(document));
        }
    }

    private void tellAll(JsonObject pooled) {
        if (!json) {
            context.console().line("All folds:");
            new EvaluationText(pooled).lines().forEach(context.console()::line);
            return;
        }
        JsonObject document = new JsonObject();
        document.add("runs", reports);
        document.add("pooled", pooled);
        context.console().line(JsonText.of(document));
    }
}
