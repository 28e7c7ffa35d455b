// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.EvaluationJson;
import org.vesalius.evaluation.EvaluationResult;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;

/** One category a sample. */
final class CategoryMeasure implements OutputMeasure {
    private final OutputKind kind;
    private final List<Prediction> rows = new ArrayList<>();

    CategoryMeasure(OutputKind kind) {
        this.kind = kind;
    }

    @Override
    public void add(Answer answer) {
        String label = CategoryScores.label(answer, kind.names());
        rows.add(new Prediction("", "", label, CategoryScores.of(answer.said(), kind.names().size())));
    }

    @Override
    public Map<String, Double> metrics() {
        EvaluationResult result = result();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", result.loss());
        metrics.put("accuracy", result.accuracy());
        metrics.put("auc", result.auc());
        metrics.put("sensitivity", result.sensitivity());
        metrics.put("specificity", result.specificity());
        return metrics;
    }

    /** Always says how frequent each category is. */
    @Override
    public Map<String, Double> baseline() {
        List<Prediction> labelled = rows.stream().filter(row -> !row.label().isEmpty()).toList();
        double[] shares = kind.names().stream().mapToDouble(name -> count(name) / (double) labelled.size()).toArray();
        double[] said = shares.length == 2 ? new double[] {shares[1]} : shares;
        EvaluationResult same = Evaluation.of(new Predictions(kind.names(),
                labelled.stream().map(row -> new Prediction("", "", row.label(), said)).toList()));
        return Map.of("accuracy", same.accuracy(), "auc", same.auc());
    }

    private long count(String category) {
        return rows.stream().filter(row -> row.label().equals(category)).count();
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = EvaluationJson.toJson(result());
        OutputMeasure.addBaseline(json, baseline());
        JsonObject counts = new JsonObject();
        kind.names().forEach(category -> counts.addProperty(category, count(category)));
        json.add("counts", counts);
        return json;
    }

    private EvaluationResult result() {
        return Evaluation.of(new Predictions(kind.names(), rows));
    }
}
