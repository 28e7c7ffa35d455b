// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.output.Answer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.experiment.metric.Metric;

/** The evaluation of one subset as JSON: the metrics of each output, and of how many samples and patients they are. */
public final class SubsetReport implements Predictor.Taker {
    private final Subset subset;
    private final List<OutputKind> kinds;
    private final List<OutputMeasure> measures;
    private final Optional<Column> patient;
    private final Set<String> patients = new HashSet<>();
    private final int incomplete;
    private long samples;

    /**
     * Nothing is measured yet.
     *
     * @param subset the subset
     * @param dataset the data set, whose patient column is counted
     * @param kinds what the outputs are asked for
     * @param incomplete how many of its samples are left out for a missing value
     */
    public SubsetReport(Subset subset, Dataset dataset, List<OutputKind> kinds, int incomplete) {
        this.incomplete = incomplete;
        this.subset = subset;
        this.kinds = List.copyOf(kinds);
        measures = kinds.stream().map(OutputKind::measure).toList();
        patient = dataset.first(ColumnRole.PATIENT);
    }

    @Override
    public void take(Sample sample, List<Answer> answers) {
        samples++;
        // who isn't known to have anything is not measured on
        patient.filter(column -> !sample.lacks(column) && answers.stream().anyMatch(Answer::anyKnown))
                .ifPresent(column -> patients.add(sample.value(column)));
        for (int i = 0; i < answers.size(); i++) {
            measures.get(i).add(answers.get(i));
        }
    }

    /** Whether the subset has no samples. */
    public boolean isEmpty() {
        return samples == 0;
    }

    /**
     * The report.
     *
     * @param losses the mean loss of each output by its own loss function; NaN for those that compare samples, whose
     *        measure has it
     * @return of the first output the metrics by their ids, {@code output} and {@code task}; the same of further outputs in
     *         {@code outputs}; {@code part}, {@code patients} where the data set has a patient column, those of samples of
     *         which some output's truth is known, and {@code incomplete} where samples are left out for a missing value
     */
    public JsonObject toJson(List<Double> losses) {
        List<JsonObject> reports = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            reports.add(output(kinds.get(i), measures.get(i), losses.get(i)));
        }
        JsonObject json = reports.get(0);
        json.addProperty("part", subset.text());
        if (reports.size() > 1) {
            JsonArray others = new JsonArray();
            reports.subList(1, reports.size()).forEach(others::add);
            json.add(EvaluationFile.OUTPUTS_KEY, others);
        }
        patient.ifPresent(column -> json.addProperty("patients", patients.size()));
        if (incomplete > 0) {
            json.addProperty(OutputReport.INCOMPLETE, incomplete);
        }
        return json;
    }

    private static JsonObject output(OutputKind kind, OutputMeasure measure, double loss) {
        JsonObject json = new JsonObject();
        json.addProperty("output", kind.output());
        json.addProperty("task", kind.task().id());
        JsonObject measured = measure.toJson();
        // a measure has the cross-entropy of categories, whatever loss the output has
        if (!Double.isNaN(loss) || !measured.has(Metric.LOSS.id())) {
            measured.remove(Metric.LOSS.id());
            OutputMeasure.addAll(json, Map.of(Metric.LOSS.id(), loss));
        }
        measured.entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        return json;
    }
}
