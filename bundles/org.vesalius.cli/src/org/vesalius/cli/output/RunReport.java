// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.engine.run.RunSnapshot;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.experiment.event.RunEvent.EpochFinished;
import org.vesalius.experiment.event.RunEvent.RunStarted;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.run.RunFolder;

/** What an ended run brought, for people and for programs. */
public final class RunReport {

    private final RunFolder folder;
    private final RunSnapshot snapshot;

    /**
     * The report of a run.
     *
     * @param snapshot how far it came
     */
    public RunReport(RunFolder folder, RunSnapshot snapshot) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.snapshot = Objects.requireNonNull(snapshot, "snapshot");
    }

    /** The report for people; the last line is the run folder. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(outcome());
        if (Files.exists(folder.dataset())) {
            lines.addAll(new SubsetTable(counts()).lines());
            tellLeftOut(lines);
        }
        evaluation().ifPresent(evaluation -> {
            addMetrics(evaluation, lines);
            if (!evaluation.has("n") && Files.exists(folder.dataset()) && counts().samples(Subset.TEST) > 0) {
                lines.add("The test part stays shut until `vesalius evaluate RUN --part test` opens it.");
            }
        });
        lines.add("Run folder:");
        lines.add(folder.path().toString());
        return lines;
    }

    /** The report as JSON. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("run", folder.path().toString());
        json.addProperty("state", snapshot.state().name());
        json.addProperty("message", snapshot.stateMessage());
        json.addProperty("leftOut", leftOut());
        json.add("incomplete", new Gson().toJsonTree(incomplete()));
        json.addProperty("restarts", snapshot.restarts());
        JsonArray epochs = new JsonArray();
        snapshot.epochs().stream().map(RunReport::toJson).forEach(epochs::add);
        json.add("epochs", epochs);
        snapshot.best().ifPresent(best -> json.addProperty("bestEpoch", best.epoch()));
        evaluation().ifPresent(evaluation -> json.add("evaluation", evaluation));
        return json;
    }

    // The table shows the frozen data set, the metrics below it only what could be read.
    private void tellLeftOut(List<String> lines) {
        if (leftOut() > 0) {
            lines.add(leftOut() + " of these can't be read and were left out.");
        }
        incomplete().forEach((subset, count) -> lines.add(count + " of '" + subset + "' were left out for a missing value."));
    }

    private Map<String, Integer> incomplete() {
        return snapshot.started().map(RunStarted::incomplete).orElse(Map.of());
    }

    private int leftOut() {
        return snapshot.started().map(RunStarted::leftOut).orElse(0);
    }

    private String outcome() {
        String state = snapshot.state().name().replace('_', ' ');
        return snapshot.stateMessage().isEmpty()
                ? state + " after " + snapshot.epochs().size() + " of " + English.quantity(snapshot.plannedEpochs(), "epoch")
                : state + ": " + snapshot.stateMessage();
    }

    private SubsetCounts counts() {
        return SubsetCounts.of(new DatasetFiles().load(folder.dataset()));
    }

    // evaluation.json holds the metrics of the validation subset under their own key; beside it those of a fold held out, or of a
    // test part that was opened
    private static void addMetrics(JsonObject evaluation, List<String> lines) {
        if (evaluation.has(EvaluationFile.VALIDATION_KEY)) {
            lines.addAll(new EvaluationText(evaluation.getAsJsonObject(EvaluationFile.VALIDATION_KEY)).lines());
        }
        if (evaluation.has("n")) {
            lines.addAll(new EvaluationText(evaluation).lines());
        }
    }

    private Optional<JsonObject> evaluation() {
        try {
            return new EvaluationFile(folder.evaluation()).read();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The evaluation of the run can't be read",
                    folder.evaluation(), "`vesalius evaluate` measures it anew", e);
        }
    }

    private static JsonObject toJson(EpochFinished epoch) {
        JsonObject json = new JsonObject();
        json.addProperty("epoch", epoch.epoch());
        json.add("loss", JsonText.number(epoch.training().of(Metric.LOSS)));
        json.add("accuracy", JsonText.number(epoch.training().of(Metric.ACCURACY)));
        json.add("validationLoss", JsonText.number(epoch.validation().of(Metric.LOSS)));
        json.add("validationAccuracy", JsonText.number(epoch.validation().of(Metric.ACCURACY)));
        json.add("seconds", JsonText.number(epoch.seconds()));
        json.add("samplesPerSecond", JsonText.number(epoch.samplesPerSecond()));
        json.addProperty("best", epoch.best());
        json.add("training", toJson(epoch.training()));
        json.add("validation", toJson(epoch.validation()));
        return json;
    }

    private static JsonObject toJson(MetricValues metrics) {
        JsonObject json = new JsonObject();
        metrics.values().forEach((key, value) -> json.add(key, JsonText.number(value)));
        return json;
    }
}
