// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.results;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.Evaluation;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.evaluation.PredictionsFile;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecord;
import org.vesalius.experiment.run.RunRecordFile;

/**
 * How good the best model of a run is.
 *
 * @param record the run
 * @param subsets what was measured, one entry a subset of the data
 */
record RunResults(RunRecord record, List<SubsetResults> subsets) {

    private static final String VALIDATION = "validation";

    /**
     * How good it is on one subset of the data.
     *
     * @param subset name of the subset
     * @param loss mean cross-entropy in nats; NaN when unknown
     * @param auc area under the ROC curve, with more than two categories the mean of each against the rest; NaN when
     *            unknown
     * @param patients how many patients the samples are of; absent when unknown
     * @param categories names of the categories, in the order of the matrix
     * @param confusion counts of samples
     * @param explanation why something could not be computed; may be empty
     * @param worst the samples whose true category got the lowest scores, worst first
     */
    record SubsetResults(String subset, double loss, double auc, OptionalLong patients, List<String> categories,
            ConfusionMatrix confusion, String explanation, List<WorstCase> worst) {

        /** Reads the evaluation of one subset; empty when it has no counts. */
        static Optional<SubsetResults> of(JsonObject json, List<WorstCase> worst) {
            if (!json.has("confusion") || !json.get("confusion").isJsonArray()) {
                return Optional.empty();
            }
            ConfusionMatrix matrix = ConfusionMatrix.of(counts(json.getAsJsonArray("confusion")));
            JsonElement patients = json.get("patients");
            return Optional.of(new SubsetResults(text(json, "part", "test"), number(json, "loss"), number(json, "auc"),
                    patients == null ? OptionalLong.empty() : OptionalLong.of(patients.getAsLong()),
                    names(json, matrix.categories()), matrix, text(json, "explanation", ""), worst));
        }

        private static long[][] counts(JsonArray rows) {
            return rows.asList().stream().map(row -> row.getAsJsonArray().asList().stream()
                    .mapToLong(JsonElement::getAsLong).toArray()).toArray(long[][]::new);
        }

        private static List<String> names(JsonObject json, int count) {
            return json.has("counts") && json.getAsJsonObject("counts").size() == count
                    ? List.copyOf(json.getAsJsonObject("counts").keySet())
                    : IntStream.rangeClosed(1, count).mapToObj(number -> "category " + number).toList();
        }

        private static String text(JsonObject json, String key, String otherwise) {
            return json.has(key) ? json.get(key).getAsString() : otherwise;
        }

        private static double number(JsonObject json, String key) {
            return json.has(key) && !json.get(key).isJsonNull() ? json.get(key).getAsDouble() : Double.NaN;
        }
    }

    /**
     * A sample that the model got wrong, or nearly.
     *
     * @param sample id of the sample
     * @param truth its category
     * @param taken the category it was taken for
     * @param score what the model gave its true category, 0 to 1
     */
    record WorstCase(String sample, String truth, String taken, double score) {

        static WorstCase of(List<String> categories, Prediction prediction) {
            double[] scores = prediction.scores();
            int truth = categories.indexOf(prediction.label());
            if (scores.length == 1) {
                int taken = scores[0] >= Evaluation.THRESHOLD ? 1 : 0;
                return new WorstCase(prediction.sample(), prediction.label(), categories.get(taken),
                        truth == 1 ? scores[0] : 1 - scores[0]);
            }
            int taken = IntStream.range(0, scores.length).boxed()
                    .max(Comparator.comparingDouble((Integer index) -> scores[index])).orElseThrow();
            return new WorstCase(prediction.sample(), prediction.label(), categories.get(taken), scores[truth]);
        }

        boolean wrong() {
            return !truth.equals(taken);
        }
    }

    /**
     * Reads what a run left behind; not for the UI thread.
     *
     * @param most how many of the worst cases are wanted of each subset
     * @throws IOException when the evaluation can't be read
     * @throws org.vesalius.core.ReportedException when another file of the run can't be read
     */
    static RunResults read(RunFolder folder, int most) throws IOException {
        RunRecord record = new RunRecordFile(folder).read();
        Optional<JsonObject> evaluation = new EvaluationFile(folder.evaluation()).read();
        List<SubsetResults> subsets = new ArrayList<>();
        try {
            evaluation.flatMap(json -> subset(folder, json, most)).ifPresent(subsets::add);
            evaluation.filter(json -> json.has(VALIDATION))
                    .flatMap(json -> subset(folder, json.getAsJsonObject(VALIDATION), most)).ifPresent(subsets::add);
        } catch (IllegalStateException | UnsupportedOperationException | IllegalArgumentException e) {
            throw new IOException("evaluation.json does not hold an evaluation: " + e.getMessage(), e);
        }
        return new RunResults(record, subsets);
    }

    private static Optional<SubsetResults> subset(RunFolder folder, JsonObject json, int most) {
        return SubsetResults.of(json, worst(folder, SubsetResults.text(json, "part", "test"), most));
    }

    /** The samples of a subset that the model did worst on; none while no single scores are kept. */
    static List<WorstCase> worst(RunFolder folder, String subset, int most) {
        List<String> categories = Files.isRegularFile(folder.predictions()) ? categories(folder) : List.of();
        if (categories.size() < 2) {
            return List.of();
        }
        Predictions predictions = new PredictionsFile(folder.predictions(), categories).read().ofSubset(subset);
        return predictions.rows().stream().filter(row -> !row.label().isEmpty())
                .map(row -> WorstCase.of(categories, row)).sorted(Comparator.comparingDouble(WorstCase::score))
                .limit(most).toList();
    }

    private static List<String> categories(RunFolder folder) {
        Dataset dataset = new DatasetFiles().load(folder.dataset());
        return new ExperimentFiles().load(folder.experiment()).getBindings().stream().map(Binding::getColumn)
                .flatMap(name -> dataset.column(name).stream()).filter(column -> column.type() == ColumnType.CATEGORY)
                .findFirst().map(column -> column.categories()).orElse(List.of());
    }
}
