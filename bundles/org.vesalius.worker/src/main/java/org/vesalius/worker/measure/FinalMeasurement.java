// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.output.PredictionsFile;
import org.vesalius.experiment.run.Provenance.Fold;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunRecordFile;
import org.vesalius.worker.data.Incomplete;

/** Predicts and evaluates the validation and test subsets at the end of a run. */
public final class FinalMeasurement {
    private final RunFolder folder;
    private final Dataset dataset;
    private final Predictor predictor;
    private final Incomplete incomplete;

    /**
     * @param folder gets {@code predictions.csv} and {@code evaluation.json}
     * @param dataset the data set
     * @param predictor predicts with the best model
     * @param incomplete samples that are left out
     */
    public FinalMeasurement(RunFolder folder, Dataset dataset, Predictor predictor, Incomplete incomplete) {
        this.folder = folder;
        this.dataset = dataset;
        this.predictor = predictor;
        this.incomplete = incomplete;
    }

    /**
     * Measures and writes. The metrics of the test subset stand at the top level of {@code evaluation.json}, those of
     * the validation subset in {@code validation}; a subset without samples is left out. Of a cross-validation
     * {@code fold} names the one that tests.
     *
     * @param cancelled asked between two batches
     * @return the evaluation; nothing if cancelled, and nothing is written then
     * @throws ReportedException if the files can't be written
     */
    public Optional<JsonObject> measure(BooleanSupplier cancelled) {
        JsonObject evaluation = new JsonObject();
        evaluation.addProperty(EvaluationFile.FORMAT_KEY, EvaluationFile.FORMAT);
        Fold fold = new RunRecordFile(folder).read().provenance().fold();
        if (!fold.equals(Fold.NONE)) {
            evaluation.addProperty("fold", fold.test());
        }
        try {
            new PredictionsFile(folder.predictions()).write(predictor.kinds(), rows -> {
                Optional<JsonObject> validation = measure(Subset.VALIDATION, cancelled, rows);
                measure(Subset.TEST, cancelled, rows).ifPresent(test -> test.entrySet()
                        .forEach(member -> evaluation.add(member.getKey(), member.getValue())));
                validation.ifPresent(report -> evaluation.add(EvaluationFile.VALIDATION_KEY, report));
            });
            String json = new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(evaluation);
            new AtomicFile(folder.evaluation()).writeText(json + "\n");
            return Optional.of(evaluation);
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The evaluation can't be written.", folder.path(),
                    "Free space on the disk, then resume the run; its models are kept.", e);
        }
    }

    private Optional<JsonObject> measure(Subset subset, BooleanSupplier cancelled, PredictionsFile.Rows rows)
            throws IOException {
        SubsetReport report = new SubsetReport(subset, dataset, predictor.kinds(), incomplete.of(subset));
        List<Double> losses = predictor.predict(subset, cancelled, (sample, answers) -> {
            report.take(sample, answers);
            rows.add(sample.id(), subset.text(), answers);
        });
        return report.isEmpty() ? Optional.empty() : Optional.of(report.toJson(losses));
    }
}
