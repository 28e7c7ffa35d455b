// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.Decision;

/** The category of each step; steps whose truth isn't known, such as those that fill up a short sequence, don't count. */
final class StepMeasure implements OutputMeasure {
    private final List<String> names;
    private final int columns;
    private final long[][] counts;
    /** How many samples are of one category in all of their steps. */
    private final long[] uniform;
    private long samples;
    private long whole;

    StepMeasure(OutputKind kind) {
        names = kind.names();
        columns = columns(kind);
        counts = new long[names.size()][names.size()];
        uniform = new long[names.size()];
    }

    @Override
    public void add(Answer answer) {
        boolean right = true;
        int first = -1;
        boolean same = true;
        for (int start = 0; start < answer.said().length; start += columns) {
            if (answer.known()[start]) {
                int truth = Decision.of(answer.truth(), start, columns);
                int taken = Decision.of(answer.said(), start, columns);
                counts[truth][taken]++;
                right &= truth == taken;
                first = first < 0 ? truth : first;
                same &= truth == first;
            }
        }
        if (answer.anyKnown()) {
            samples++;
            whole += right ? 1 : 0;
            uniform[first] += same ? 1 : 0;
        }
    }

    /** Numbers of one step. */
    static int columns(OutputKind kind) {
        return kind.exclusive() ? kind.names().size() : 1;
    }

    @Override
    public Map<String, Double> metrics() {
        ConfusionMatrix matrix = ConfusionMatrix.of(counts);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", matrix.accuracy());
        metrics.put("balanced-accuracy", IntStream.range(0, names.size()).mapToDouble(matrix::sensitivity)
                .filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN));
        metrics.put("sequence-accuracy", whole / (double) samples);
        return metrics;
    }

    /** Always says the most frequent category. */
    @Override
    public Map<String, Double> baseline() {
        long[] steps = Stream.of(counts).mapToLong(row -> LongStream.of(row).sum()).toArray();
        int most = IntStream.range(0, steps.length).reduce(0, (one, other) -> steps[other] > steps[one] ? other : one);
        return Map.of("accuracy", steps[most] / (double) LongStream.of(steps).sum(),
                "balanced-accuracy", 1.0 / LongStream.of(steps).filter(count -> count > 0).count(),
                "sequence-accuracy", uniform[most] / (double) samples);
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        JsonArray rows = new JsonArray();
        JsonObject steps = new JsonObject();
        for (int i = 0; i < counts.length; i++) {
            JsonArray row = new JsonArray();
            LongStream.of(counts[i]).forEach(row::add);
            rows.add(row);
            steps.addProperty(names.get(i), LongStream.of(counts[i]).sum());
        }
        json.add("confusion", rows);
        json.add("counts", steps);
        json.addProperty("steps", ConfusionMatrix.of(counts).total());
        json.addProperty(SAMPLES, samples);
        return json;
    }
}
