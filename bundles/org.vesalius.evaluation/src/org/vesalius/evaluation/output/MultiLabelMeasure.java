// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.evaluation.metric.MultiLabelScores;

/** Several findings that may occur together. */
final class MultiLabelMeasure implements OutputMeasure {
    private final List<String> names;
    private final List<double[]> truths = new ArrayList<>();
    private final List<double[]> scores = new ArrayList<>();

    MultiLabelMeasure(OutputKind kind) {
        names = kind.names();
    }

    @Override
    public void add(Answer answer) {
        if (!answer.anyKnown()) {
            return;
        }
        double[] truth = new double[names.size()];
        double[] score = new double[names.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = answer.known()[i] ? answer.truth()[i] : Double.NaN;
            score[i] = answer.said()[i];
        }
        truths.add(truth);
        scores.add(score);
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics(all());
    }

    /** Always says how frequent each finding is. */
    @Override
    public Map<String, Double> baseline() {
        return metrics(frequencies());
    }

    private static Map<String, Double> metrics(MultiLabelScores all) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("auc", all.macroAuc());
        metrics.put("average-precision", all.meanAveragePrecision());
        metrics.put("micro-auc", all.microAuc());
        metrics.put("micro-average-precision", all.microAveragePrecision());
        metrics.put("hamming-loss", all.hammingLoss());
        metrics.put("subset-accuracy", all.subsetAccuracy());
        metrics.put("ranking-precision", all.rankingPrecision());
        metrics.put("f1", all.macroF1());
        metrics.put("micro-f1", all.microF1());
        return metrics;
    }

    @Override
    public JsonObject toJson() {
        MultiLabelScores all = all();
        MultiLabelScores frequencies = frequencies();
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        JsonObject findings = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            findings.add(names.get(i), finding(all, frequencies, i));
        }
        json.add("findings", findings);
        json.addProperty(SAMPLES, truths.size());
        List<String> undefined = IntStream.range(0, names.size()).filter(i -> !all.defined(i)).mapToObj(names::get)
                .toList();
        if (!undefined.isEmpty()) {
            JsonArray list = new JsonArray();
            undefined.forEach(list::add);
            json.add("undefined", list);
            json.addProperty("explanation", "Left out of the mean AUC, since no sample has it or all have it: "
                    + undefined.stream().collect(Collectors.joining(", ")) + ".");
        }
        return json;
    }

    private static JsonObject finding(MultiLabelScores all, MultiLabelScores frequencies, int label) {
        JsonObject finding = OutputMeasure.figures(metrics(all, label), metrics(frequencies, label));
        finding.addProperty("positives", all.positives(label));
        finding.addProperty(SAMPLES, all.known(label));
        return finding;
    }

    private static Map<String, Double> metrics(MultiLabelScores all, int label) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("auc", all.auc(label));
        metrics.put("average-precision", all.averagePrecision(label));
        return metrics;
    }

    private MultiLabelScores frequencies() {
        MultiLabelScores all = all();
        double[] said = IntStream.range(0, names.size())
                .mapToDouble(label -> all.positives(label) / (double) all.known(label)).toArray();
        double[][] same = truths.stream().map(row -> said).toArray(double[][]::new);
        return new MultiLabelScores(truths.toArray(double[][]::new), same, names.size());
    }

    private MultiLabelScores all() {
        return new MultiLabelScores(truths.toArray(double[][]::new), scores.toArray(double[][]::new), names.size());
    }
}
