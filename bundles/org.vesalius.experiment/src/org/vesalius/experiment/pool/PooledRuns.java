// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.KeptAnswer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.OutputKinds;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.Loss;

/**
 * The runs of the folds of a cross-validation, measured as one: each sample was predicted by a model that learnt nothing
 * from it. Beside the figures over all predictions stand their mean and standard deviation over the folds. It reads what the runs left
 * behind; nothing is predicted anew.
 */
public final class PooledRuns {
    /** The member of an evaluation that tells of the folds. */
    public static final String FOLDS_KEY = "folds";

    private final List<RunFolder> runs;
    private final List<LoadedExperiment> experiments;

    /**
     * The runs, which must belong together.
     *
     * @throws ReportedException if one is not finished, or two differ in more than their test subsets
     */
    public PooledRuns(List<RunFolder> runs, ExperimentContext context) {
        this.runs = List.copyOf(runs);
        runs.forEach(PooledRuns::refuseUnmeasured);
        ExperimentLoader loader = new ExperimentLoader(context);
        experiments = runs.stream().map(run -> loader.load(run.experiment())).toList();
        new SameExperiment(this.runs, experiments).refuse();
    }

    /**
     * The figures on one subset.
     *
     * @return of the first output the metrics by their ids over all samples, {@code output}, {@code task}, {@code part},
     *         {@code patients}, of how many patients something is known, where there are patients, and {@code folds} with their {@code runs}, the {@code mean} and
     *         {@code sd} of each metric, and {@code undefined}, in how many folds it could not be computed; the same of further
     *         outputs in {@code outputs}
     * @throws ReportedException if a sample or a patient is in that subset of two runs, or predictions can't be read
     */
    public JsonObject measure(Subset subset) {
        new DisjointSubsets(runs, experiments).refuse(subset);
        List<PooledOutput> outputs = experiments.get(0).bindings().outputs().stream().map(PooledOutput::of).toList();
        List<OutputKind> kinds = outputs.stream().map(PooledOutput::kind).toList();
        Set<String> measured = new HashSet<>();
        for (RunFolder run : runs) {
            outputs.forEach(PooledOutput::nextFold);
            new PredictionsFile(run.predictions()).read(kinds, (sample, part, answers) -> {
                if (part.equals(subset.text())) {
                    add(answers, outputs);
                    if (answers.stream().flatMap(Optional::stream).anyMatch(KeptAnswer::anyKnown)) {
                        measured.add(sample);
                    }
                }
            });
        }
        return json(outputs, subset, measured);
    }

    private static void add(List<Optional<KeptAnswer>> answers, List<PooledOutput> outputs) {
        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).ifPresent(outputs.get(i)::add);
        }
    }

    private JsonObject json(List<PooledOutput> outputs, Subset subset, Set<String> measured) {
        List<JsonObject> reports = outputs.stream().map(PooledOutput::toJson).toList();
        JsonObject json = reports.get(0);
        json.addProperty("part", subset.text());
        JsonArray names = new JsonArray();
        runs.forEach(run -> names.add(run.name()));
        json.getAsJsonObject(FOLDS_KEY).add("runs", names);
        if (reports.size() > 1) {
            JsonArray others = new JsonArray();
            reports.subList(1, reports.size()).forEach(others::add);
            json.add(EvaluationFile.OUTPUTS_KEY, others);
        }
        // the same samples in all runs
        Dataset dataset = experiments.get(0).dataset();
        dataset.first(ColumnRole.PATIENT).ifPresent(patient -> json.addProperty("patients", dataset.samples().stream()
                .filter(sample -> measured.contains(sample.id()) && !sample.lacks(patient))
                .map(sample -> sample.value(patient)).distinct().count()));
        return json;
    }

    private static void refuseUnmeasured(RunFolder run) {
        if (!Files.isRegularFile(run.predictions())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The run has no predictions yet.", run.path(),
                    "Let it end, or resume it.");
        }
    }
}

/**
 * What one output said, over all folds and in each.
 *
 * @param kind what it is asked for
 * @param ownLoss whether the loss that is measured is that of the output; a measure of categories has the cross-entropy
 * @param all of all folds
 * @param folds of each
 */
record PooledOutput(OutputKind kind, boolean ownLoss, OutputMeasure all, List<OutputMeasure> folds) {
    private static final String LOSS = Metric.LOSS.id();

    static PooledOutput of(BoundOutput output) {
        OutputKind kind = OutputKinds.of(output);
        Loss loss = output.layer().getLoss();
        boolean categories = kind.task() == OutputTask.BINARY || kind.task() == OutputTask.CATEGORY;
        boolean crossEntropy = loss == Loss.CATEGORICAL_CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY && output.units() == 1;
        return new PooledOutput(kind, !categories || output.kind() == TargetKind.CATEGORY && crossEntropy, kind.measure(),
                new ArrayList<>());
    }

    void nextFold() {
        folds.add(kind.measure());
    }

    void add(KeptAnswer answer) {
        answer.addTo(all);
        answer.addTo(folds.get(folds.size() - 1));
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("output", kind.output());
        json.addProperty("task", kind.task().id());
        all.toJson().entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        List<Map<String, Double>> metrics = folds.stream().<Map<String, Double>>map(fold -> new LinkedHashMap<>(fold.metrics()))
                .toList();
        if (!ownLoss) {
            json.remove(LOSS);
            metrics.forEach(fold -> fold.remove(LOSS));
        }
        json.add(PooledRuns.FOLDS_KEY, new FoldFigures(metrics).toJson());
        return json;
    }
}
