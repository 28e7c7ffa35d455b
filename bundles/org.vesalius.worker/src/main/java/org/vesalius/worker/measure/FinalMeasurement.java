// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
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

/** Predicts and evaluates subsets with the best model of a run, and keeps both in files. */
public final class FinalMeasurement {
    private final RunFolder folder;
    private final Dataset dataset;
    private final Predictor predictor;
    private final Incomplete incomplete;

    /**
     * @param folder the run
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
     * Measures what a run may see when it ends: the validation subset, and the fold that a cross-validation holds out. The
     * test part of the data set is none of its business.
     *
     * @param cancelled asked between two batches
     * @return whether it was measured; nothing is written if cancelled
     * @throws ReportedException if the files can't be written
     */
    public boolean atTheEnd(BooleanSupplier cancelled) {
        boolean test = !new RunRecordFile(folder).read().provenance().fold().equals(Fold.NONE);
        return measure(test, cancelled, folder.path()).isPresent();
    }

    /**
     * Measures and writes {@code predictions.csv} and {@code evaluation.json}. The metrics of the test subset, if it is
     * measured, stand at the top level of the latter, those of the validation subset in {@code validation}; a subset without
     * samples is left out. Of a cross-validation {@code fold} names the one that is held out.
     *
     * @param test whether the test subset is measured, too
     * @param cancelled asked between two batches
     * @param target where the files are written
     * @return the evaluation; nothing if cancelled, and nothing is written then
     * @throws ReportedException if the files can't be written
     */
    public Optional<JsonObject> measure(boolean test, BooleanSupplier cancelled, Path target) {
        JsonObject evaluation = new JsonObject();
        evaluation.addProperty(EvaluationFile.FORMAT_KEY, EvaluationFile.FORMAT);
        Fold fold = new RunRecordFile(folder).read().provenance().fold();
        if (!fold.equals(Fold.NONE)) {
            evaluation.addProperty(EvaluationFile.FOLD_KEY, fold.test());
        }
        try {
            new PredictionsFile(target.resolve(RunFolder.PREDICTIONS)).write(predictor.kinds(), rows -> {
                Optional<JsonObject> validation = measure(Subset.VALIDATION, cancelled, rows);
                if (test) {
                    measure(Subset.TEST, cancelled, rows).ifPresent(report -> report.entrySet()
                            .forEach(member -> evaluation.add(member.getKey(), member.getValue())));
                }
                validation.ifPresent(report -> evaluation.add(EvaluationFile.VALIDATION_KEY, report));
            });
            String json = new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(evaluation);
            new AtomicFile(target.resolve(RunFolder.EVALUATION)).writeText(json + "\n");
            return Optional.of(evaluation);
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The evaluation can't be written.", target,
                    "Free space on the disk, then resume or evaluate the run; its models are kept.", e);
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
