// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.measure.FinalMeasurement;
import org.vesalius.worker.measure.Predictor;
import org.vesalius.worker.measure.SubsetReport;
import org.vesalius.worker.run.OpenedRun;
import org.vesalius.worker.run.WorkerContext;

/**
 * {@code evaluate <run> [--subset test] [--keep folder]}: measures the best model of a run on a subset of its data set. With a
 * folder, which goes with the test subset alone, the validation subset is measured as well, and predictions and evaluation of
 * both are left there. That an opening of
 * the test part is recorded is for whoever asks.
 */
public final class EvaluateVerb implements Verb {
    private final WorkerContext context;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param result gets the metrics, and the epoch of the model
     */
    public EvaluateVerb(WorkerContext context, ResultOutput result) {
        this.context = context;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        String name = arguments.option("--subset").orElse(Subset.TEST.text());
        Subset subset = Subset.of(name).orElseThrow(() -> new UsageException("there is no subset " + name));
        RunFolder folder = new RunFolder(arguments.folder());
        Optional<Path> keep = arguments.option("--keep").map(Path::of);
        if (keep.isPresent() && subset != Subset.TEST) {
            throw new UsageException("--keep goes with --subset test alone");
        }
        Set<Subset> opened = keep.isPresent() ? Set.of(subset, Subset.VALIDATION) : Set.of(subset);
        try (DevicePlace device = new QuestionDevice(context, result).take(folder, "evaluation");
                OpenedRun run = OpenedRun.open(folder, context, opened, Progress.none())) {
            opened.forEach(each -> requireSame(run, folder, each));
            StoredModel model = run.loadBest(folder);
            JsonObject report = keep.isPresent() ? kept(run, folder, keep.get()) : measure(run, subset);
            report.addProperty("epoch", model.state().epoch());
            result.write(report);
        }
        return OK;
    }

    private static JsonObject kept(OpenedRun run, RunFolder folder, Path keep) {
        JsonObject both = new FinalMeasurement(folder, run.loaded().dataset(), predictor(run), run.data().incomplete())
                .measure(true, () -> false, keep).orElseThrow();
        List.of(EvaluationFile.VALIDATION_KEY, EvaluationFile.FORMAT_KEY, EvaluationFile.FOLD_KEY).forEach(both::remove);
        return both;
    }

    private static Predictor predictor(OpenedRun run) {
        return new Predictor(run.network(), run.data(), run.scores(), run.settings().getBatchSize());
    }

    private static JsonObject measure(OpenedRun run, Subset subset) throws IOException {
        Predictor predictor = predictor(run);
        SubsetReport report = new SubsetReport(subset, run.loaded().dataset(), predictor.kinds(),
                run.data().incomplete().of(subset));
        return report.toJson(predictor.predict(subset, () -> false, report));
    }

    private static void requireSame(OpenedRun run, RunFolder folder, Subset subset) {
        Set<String> samples = run.loaded().dataset().samples(subset).stream().map(Sample::id)
                .collect(Collectors.toSet());
        new RunIntegrity(folder).requireSamples(run.data().hashes(), samples);
    }
}
