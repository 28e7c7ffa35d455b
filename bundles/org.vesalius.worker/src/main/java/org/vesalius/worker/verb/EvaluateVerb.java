// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunIntegrity;
import org.vesalius.worker.checkpoint.StoredModel;
import org.vesalius.worker.device.DevicePlace;
import org.vesalius.worker.measure.Predictor;
import org.vesalius.worker.measure.SubsetReport;
import org.vesalius.worker.run.OpenedRun;
import org.vesalius.worker.run.WorkerContext;

/** {@code evaluate <run> [--subset test]}: measures the best model of a run on a subset of its data set. */
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
        try (DevicePlace device = new QuestionDevice(context, result).take(folder, "evaluation");
                OpenedRun run = OpenedRun.open(folder, context, Set.of(subset), Progress.none())) {
            requireSame(run, folder, subset);
            StoredModel model = run.loadBest(folder);
            JsonObject report = measure(run, subset);
            report.addProperty("epoch", model.state().epoch());
            result.write(report);
        }
        return OK;
    }

    private static JsonObject measure(OpenedRun run, Subset subset) throws IOException {
        Predictor predictor = new Predictor(run.network(), run.data(), run.scores(), run.settings().getBatchSize());
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
