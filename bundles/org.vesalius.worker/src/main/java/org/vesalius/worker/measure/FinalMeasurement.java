// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;
import org.vesalius.evaluation.PredictionsFile;
import org.vesalius.experiment.run.RunFolder;

/** Predicts and evaluates the validation and test subsets at the end of a run. */
public final class FinalMeasurement {
    private final RunFolder folder;
    private final Dataset dataset;
    private final Predictor predictor;

    /**
     * @param folder gets {@code predictions.csv} and {@code evaluation.json}
     * @param dataset the data set
     * @param predictor predicts with the best model
     */
    public FinalMeasurement(RunFolder folder, Dataset dataset, Predictor predictor) {
        this.folder = folder;
        this.dataset = dataset;
        this.predictor = predictor;
    }

    /**
     * Measures and writes. The metrics of the test subset stand at the top level of {@code evaluation.json}, those of
     * the validation subset in {@code validation}; a subset without samples is left out.
     *
     * @param cancelled asked between two batches
     * @return the evaluation; nothing if cancelled, and nothing is written then
     * @throws ReportedException if the files can't be written
     */
    public Optional<JsonObject> measure(BooleanSupplier cancelled) {
        Optional<Predictions> validation = predictor.predict(Subset.VALIDATION, cancelled);
        Optional<Predictions> test = predictor.predict(Subset.TEST, cancelled);
        if (validation.isEmpty() || test.isEmpty()) {
            return Optional.empty();
        }
        SubsetReport report = new SubsetReport(dataset);
        JsonObject evaluation = new JsonObject();
        evaluation.addProperty(EvaluationFile.FORMAT_KEY, EvaluationFile.FORMAT);
        if (!test.get().rows().isEmpty()) {
            report.of(Subset.TEST, test.get()).entrySet()
                    .forEach(member -> evaluation.add(member.getKey(), member.getValue()));
        }
        if (!validation.get().rows().isEmpty()) {
            evaluation.add("validation", report.of(Subset.VALIDATION, validation.get()));
        }
        write(together(validation.get(), test.get()), evaluation);
        return Optional.of(evaluation);
    }

    private static Predictions together(Predictions validation, Predictions test) {
        List<Prediction> rows = new ArrayList<>(validation.rows());
        rows.addAll(test.rows());
        return new Predictions(test.categories(), rows);
    }

    private void write(Predictions predictions, JsonObject evaluation) {
        String json = new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(evaluation);
        try {
            new PredictionsFile(folder.predictions(), predictions.categories()).write(predictions);
            new AtomicFile(folder.evaluation()).writeText(json + "\n");
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The evaluation can't be written.", folder.path(),
                    "Free space on the disk, then resume the run; its models are kept.", e);
        }
    }
}
