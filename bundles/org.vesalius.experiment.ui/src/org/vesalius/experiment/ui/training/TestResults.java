// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.evaluation.EvaluationFile;

/**
 * What {@code evaluation.json} of a run says about the test subset.
 *
 * @param samples number of samples measured
 * @param loss mean loss; NaN when unknown
 * @param accuracy share of samples classified correctly; NaN when unknown
 * @param auc area under the receiver operating characteristic; NaN when unknown
 * @param sensitivity share of positive samples found; NaN when unknown
 * @param specificity share of negative samples left alone; NaN when unknown
 * @param confusion rows are the true categories, columns the predicted ones; may be empty
 * @param positive name of the second of two categories, the one that sensitivity is about; empty with more
 */
public record TestResults(long samples, double loss, double accuracy, double auc, double sensitivity, double specificity,
        List<List<Long>> confusion, Optional<String> positive) {

    /**
     * Reads the file.
     *
     * @return the results; empty while there is no such file
     * @throws IOException when the file can't be read or is not what it should be
     */
    static Optional<TestResults> read(Path file) throws IOException {
        try {
            return new EvaluationFile(file).read().map(TestResults::of);
        } catch (IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new IOException(file.getFileName() + " does not hold an evaluation: " + e.getMessage(), e);
        }
    }

    private static TestResults of(JsonObject json) {
        double samples = number(json, "n");
        return new TestResults(Double.isNaN(samples) ? 0 : (long) samples, number(json, "loss"), number(json, "accuracy"),
                number(json, "auc"), number(json, "sensitivity"), number(json, "specificity"),
                matrix(json.get("confusion")), positive(json.get("counts")));
    }

    private static double number(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value == null || value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    private static Optional<String> positive(JsonElement counts) {
        return counts != null && counts.isJsonObject() && counts.getAsJsonObject().size() == 2
                ? counts.getAsJsonObject().keySet().stream().skip(1).findFirst() : Optional.empty();
    }

    private static List<List<Long>> matrix(JsonElement value) {
        List<List<Long>> rows = new ArrayList<>();
        if (value == null || !value.isJsonArray()) {
            return rows;
        }
        for (JsonElement row : value.getAsJsonArray()) {
            List<Long> counts = new ArrayList<>();
            for (JsonElement count : row.isJsonArray() ? row.getAsJsonArray() : new JsonArray()) {
                counts.add(count.getAsLong());
            }
            rows.add(List.copyOf(counts));
        }
        return List.copyOf(rows);
    }
}
