// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.output.KeptAnswer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.LoadedExperiment;
import org.vesalius.experiment.run.Provenance.Fold;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.experiment.run.RunState;
import org.vesalius.experiment.run.RunStatus;
import org.vesalius.experiment.run.TestPart;

/**
 * The runs of the folds of a cross-validation, measured as one: each sample was predicted by a model that learnt nothing
 * from it. Beside the figures over all predictions stand their mean and standard deviation over the folds. It reads what the runs left
 * behind; nothing is predicted anew.
 */
public final class PooledRuns {
    /** The member of an evaluation that tells of the folds. */
    public static final String FOLDS_KEY = "folds";

    /** That which each sample is in once; of the others no predictions are kept, or the same samples are in several. */
    private static final Subset SUBSET = Subset.TEST;
    private static final Set<RunState> ENDED_WELL = EnumSet.of(RunState.FINISHED, RunState.STOPPED, RunState.STOPPED_EARLY);

    private final List<RunFolder> runs;
    private final List<LoadedExperiment> experiments;

    /**
     * The runs, which must belong together.
     *
     * @throws ReportedException if one has not ended well, or two differ in more than their test subsets
     */
    public PooledRuns(List<RunFolder> runs, ExperimentContext context) {
        this.runs = List.copyOf(runs);
        runs.forEach(PooledRuns::refuseUnmeasured);
        ExperimentLoader loader = new ExperimentLoader(context);
        experiments = runs.stream().map(run -> loader.load(run.experiment())).toList();
        new SameExperiment(this.runs, experiments).refuse();
    }

    /**
     * The figures on the folds held out; those of runs without folds are on test parts, which have to be open.
     *
     * @return of the first output the metrics by their ids over all samples (none for survival: risks of different models
     *         can't be compared), {@code output}, {@code task}, {@code part}, {@code patients}, of how many patients
     *         something is known, where there are patients, {@code incomplete}, how many samples were left out for a missing
     *         value, where there are some, and {@code folds} with their {@code runs}, the {@code mean} and {@code sd} of each
     *         metric, and {@code undefined}, in how many folds it could not be computed; the same of further outputs in
     *         {@code outputs}
     * @throws ReportedException if a sample or a patient is in the test subset of two runs, a test part is shut, or predictions
     *         can't be read
     */
    public JsonObject measure() {
        runs.forEach(PooledRuns::refuseShut);
        new DisjointSubsets(runs, experiments).refuse(SUBSET);
        List<PooledOutput> outputs = experiments.get(0).bindings().outputs().stream().map(PooledOutput::of).toList();
        List<OutputKind> kinds = outputs.stream().map(PooledOutput::kind).toList();
        Set<String> measured = new HashSet<>();
        for (RunFolder run : runs) {
            outputs.forEach(PooledOutput::nextFold);
            new PredictionsFile(run.predictions()).read(kinds, (sample, part, answers) -> {
                if (part.equals(SUBSET.text())) {
                    add(answers, outputs);
                    if (answers.stream().flatMap(Optional::stream).anyMatch(KeptAnswer::anyKnown)) {
                        measured.add(sample);
                    }
                }
            });
        }
        return json(outputs, measured);
    }

    private static void add(List<Optional<KeptAnswer>> answers, List<PooledOutput> outputs) {
        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).ifPresent(outputs.get(i)::add);
        }
    }

    private JsonObject json(List<PooledOutput> outputs, Set<String> measured) {
        List<JsonObject> reports = outputs.stream().map(PooledOutput::toJson).toList();
        JsonObject json = reports.get(0);
        json.addProperty("part", SUBSET.text());
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
        long incomplete = runs.stream().mapToLong(PooledRuns::incomplete).sum();
        if (incomplete > 0) {
            json.addProperty(OutputReport.INCOMPLETE, incomplete);
        }
        return json;
    }

    /** How many test samples a run left out for a missing value. */
    private static long incomplete(RunFolder run) {
        try {
            return new EvaluationFile(run.evaluation()).read().map(OutputReport::new)
                    .map(report -> report.count(OutputReport.INCOMPLETE).orElse(0)).orElse(0L);
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    /** Folds held out are measured by the training; a test part only once it is opened. */
    private static void refuseShut(RunFolder run) {
        try {
            boolean test = new EvaluationFile(run.evaluation()).read().filter(evaluation -> evaluation.has("n")).isPresent();
            if (test) {
                return;
            }
            if (new TestPart(run).exists()) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The run holds out no fold, and its test part is shut.",
                        run.path(), "Evaluate that run alone on its test part first.");
            }
            if (new RunRecordFile(run).read().provenance().fold().equals(Fold.NONE)) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "The run holds out no fold and has no test part.", run.path(),
                        "Choose runs that were measured on folds held out or on test parts.");
            }
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private static ReportedException unreadable(RunFolder run, IOException cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The evaluation of the run can't be read.", run.evaluation(),
                "Evaluate the run by itself to write it anew.", cause);
    }

    private static void refuseUnmeasured(RunFolder run) {
        RunState state = RunStatus.of(run).state();
        if (!ENDED_WELL.contains(state)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, state.live() ? "The run has not ended yet."
                    : "The run did not end well.", run.path(), state.live() ? "Let it end." : "Resume it, or train that fold anew.");
        }
        if (!Files.isRegularFile(run.predictions())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The run has no predictions yet.", run.path(),
                    "Let it end, or resume it.");
        }
    }
}
