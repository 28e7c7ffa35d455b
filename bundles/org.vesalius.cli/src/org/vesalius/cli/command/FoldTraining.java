// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.vesalius.cli.context.CliContext;
import org.vesalius.cli.context.ExitCode;
import org.vesalius.cli.output.EvaluationText;
import org.vesalius.cli.output.JsonText;
import org.vesalius.cli.output.RunReport;
import org.vesalius.dataset.Subset;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.pool.PooledRuns;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;

/** Trains once for each fold of a cross-validation, one after another, and measures all together. */
final class FoldTraining {
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
     * @return interrupted if Ctrl-C ended one of the runs; those of further folds are not begun then
     * @throws InterruptedException when the waiting thread is interrupted
     */
    ExitCode train(Path experiment, RunOptions options, BiFunction<Path, RunOptions, RunHandle> start)
            throws InterruptedException {
        List<String> folds = new ExperimentLoader(context.experiments()).folds(new ExperimentFiles().load(experiment),
                experiment, options.foldColumn());
        for (String fold : folds) {
            context.console().note("Fold " + fold + " of " + String.join(", ", folds) + " tests.");
            RunFollower follower = new RunFollower(context, json);
            RunHandle run = start.apply(experiment, options.withFold(fold));
            tell(follower.report(run));
            runs.add(run.folder());
            if (follower.interrupted()) {
                return ExitCode.INTERRUPTED;
            }
        }
        tellAll(new PooledRuns(runs, context.experiments()).measure(Subset.TEST));
        return ExitCode.OK;
    }

    private void tell(RunReport report) {
        if (json) {
            reports.add(report.toJson());
        } else {
            report.lines().forEach(context.console()::line);
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
