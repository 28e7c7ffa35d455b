// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.Sample;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.EvaluationJson;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;

/** The evaluation of one subset as JSON: the metrics, and of how many samples and patients they are. */
public final class SubsetReport {
    private final Dataset dataset;

    /** @param dataset the data set, whose patient column is counted */
    public SubsetReport(Dataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Evaluates predictions.
     *
     * @return the metrics with their usual keys, and {@code part}, {@code counts} (samples of each category) and, where
     *         the data set has a patient column, {@code patients}
     */
    public JsonObject of(Subset subset, Predictions predictions) {
        JsonObject json = EvaluationJson.toJson(Evaluation.of(predictions));
        json.addProperty("part", subset.text());
        JsonObject counts = new JsonObject();
        for (String category : predictions.categories()) {
            counts.addProperty(category,
                    predictions.rows().stream().filter(row -> row.label().equals(category)).count());
        }
        json.add("counts", counts);
        patients(predictions).ifPresent(count -> json.addProperty("patients", count));
        return json;
    }

    private Optional<Long> patients(Predictions predictions) {
        Optional<Column> column = dataset.first(ColumnRole.PATIENT);
        Set<String> ids = predictions.rows().stream().map(Prediction::sample).collect(Collectors.toSet());
        return column.map(patient -> dataset.samples().stream().filter(sample -> ids.contains(sample.id()))
                .map(sample -> sample.value(patient)).distinct().count());
    }
}
