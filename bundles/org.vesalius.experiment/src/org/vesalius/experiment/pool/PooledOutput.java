// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.KeptAnswer;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.experiment.binding.Bindings.BoundOutput;
import org.vesalius.experiment.binding.OutputKinds;
import org.vesalius.experiment.binding.TargetKind;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.network.Loss;

/**
 * What one output said, over all folds and in each.
 *
 * @param kind what it is asked for
 * @param ownLoss whether the loss that is measured is that of the output; a measure of categories has the cross-entropy
 * @param all of all folds
 * @param folds of each
 */
record PooledOutput(OutputKind kind, boolean ownLoss, OutputMeasure all, List<OutputMeasure> folds) {
    private static final String LOSS = Metric.LOSS.id();

    static PooledOutput of(BoundOutput output) {
        OutputKind kind = OutputKinds.of(output);
        Loss loss = output.layer().getLoss();
        boolean categories = kind.task() == OutputTask.BINARY || kind.task() == OutputTask.CATEGORY;
        boolean crossEntropy = loss == Loss.CATEGORICAL_CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY && output.units() == 1;
        return of(kind, !categories || output.kind() == TargetKind.CATEGORY && crossEntropy);
    }

    static PooledOutput of(OutputKind kind, boolean ownLoss) {
        return new PooledOutput(kind, ownLoss, kind.measure(), new ArrayList<>());
    }

    void nextFold() {
        folds.add(kind.measure());
    }

    void add(KeptAnswer answer) {
        answer.addTo(all);
        answer.addTo(folds.get(folds.size() - 1));
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("output", kind.output());
        json.addProperty("task", kind.task().id());
        all.toJson().entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        List<Map<String, Double>> metrics = folds.stream().<Map<String, Double>>map(fold -> new LinkedHashMap<>(fold.metrics()))
                .toList();
        if (!ownLoss) {
            json.remove(LOSS);
            metrics.forEach(fold -> fold.remove(LOSS));
        }
        if (kind.task() == OutputTask.SURVIVAL) {
            keepApart(json);
        }
        json.add(PooledRuns.FOLDS_KEY, new FoldFigures(metrics).toJson());
        return json;
    }

    /**
     * Leaves out what compares samples of different folds: the risks by Cox's likelihood have no zero in common, and each
     * run fits its own intervals of time.
     */
    private void keepApart(JsonObject json) {
        all.metrics().keySet().forEach(json::remove);
        json.remove("pairs");
        JsonObject baseline = json.getAsJsonObject(OutputMeasure.BASELINE);
        if (baseline != null) {
            // of the samples of all folds, other than that of each
            baseline.remove("log-likelihood");
        }
        json.addProperty("explanation", "The figures are of each fold: risks of different models can't be compared.");
    }
}
