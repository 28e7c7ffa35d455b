// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.metric.Overlap;

/**
 * Structures in images or volumes. A metric is the mean over the samples that have the structure, or were said to, and
 * then over the structures; the background is none of them.
 */
final class OverlapMeasure implements OutputMeasure {
    private static final Set<String> OF_MAJORITY = Set.of("dice", "iou", "pooled-dice");

    private final OutputKind kind;
    private final int first;
    private final List<List<Overlap>> overlaps;
    private final SurfaceDistances distances;
    private final MajorityMask majority;
    private long samples;

    OverlapMeasure(OutputKind kind) {
        this.kind = kind;
        first = first(kind);
        overlaps = IntStream.range(first, kind.names().size())
                .<List<Overlap>>mapToObj(i -> new ArrayList<>()).toList();
        distances = new SurfaceDistances(overlaps.size());
        majority = new MajorityMask(kind);
    }

    /** Number of the first structure that isn't the background. */
    static int first(OutputKind kind) {
        return kind.exclusive() ? 1 : 0;
    }

    @Override
    public OutputMeasure withoutBaseline() {
        majority.giveUp();
        return this;
    }

    @Override
    public void add(Answer answer) {
        if (!answer.anyKnown()) {
            return;
        }
        majority.add(answer);
        add(Arrays.asList(Counts.of(kind, answer)).subList(first, kind.names().size()),
                StructureDistances.of(kind, answer));
    }

    /**
     * Adds a sample for each structure that isn't the background.
     *
     * @param counted its places
     * @param measured how far surfaces are apart
     */
    void add(List<Overlap> counted, StructureDistances measured) {
        samples++;
        for (int i = 0; i < overlaps.size(); i++) {
            overlaps.get(i).add(counted.get(i));
        }
        distances.add(measured);
    }

    /** Adds a sample of which no more is known than its places. */
    void addCounted(List<Overlap> counted, StructureDistances measured) {
        majority.giveUp();
        add(counted, measured);
    }

    /** Marks in every sample the places that most samples have, as far as all have places at the same positions. */
    @Override
    public Map<String, Double> baseline() {
        OverlapMeasure same = new OverlapMeasure(kind);
        majority.overlaps().forEach(counted -> same.add(counted, StructureDistances.NONE));
        Map<String, Double> metrics = same.metrics();
        metrics.keySet().retainAll(OF_MAJORITY);
        return metrics;
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("dice", overStructures(Overlap::dice));
        metrics.put("iou", overStructures(Overlap::iou));
        metrics.put("pooled-dice", mean(overlaps.stream().map(OverlapMeasure::pooled).toList(), Overlap::dice));
        metrics.put("sensitivity", overStructures(Overlap::sensitivity));
        metrics.put("precision", overStructures(Overlap::precision));
        metrics.putAll(distances.metrics());
        return metrics;
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        JsonObject structures = new JsonObject();
        for (int i = 0; i < overlaps.size(); i++) {
            structures.add(kind.names().get(first + i), structure(overlaps.get(i), i));
        }
        distances.addUnit(json);
        json.add("structures", structures);
        json.addProperty(SAMPLES, samples);
        if (samples > 0 && json.get("dice").isJsonNull()) {
            json.addProperty("explanation", "No sample has a structure, and none was said to.");
        } else {
            distances.explanation().ifPresent(words -> json.addProperty("explanation", words));
        }
        return json;
    }

    private JsonObject structure(List<Overlap> of, int number) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("dice", mean(of, Overlap::dice));
        metrics.put("iou", mean(of, Overlap::iou));
        metrics.put("pooled-dice", pooled(of).dice());
        metrics.put("sensitivity", mean(of, Overlap::sensitivity));
        metrics.put("precision", mean(of, Overlap::precision));
        metrics.putAll(distances.metrics(number));
        JsonObject json = new JsonObject();
        OutputMeasure.addAll(json, metrics);
        distances.addMissed(json, number);
        json.addProperty(SAMPLES, of.stream().filter(overlap -> overlap.truth() > 0).count());
        return json;
    }

    private double overStructures(ToDoubleFunction<Overlap> value) {
        return overlaps.stream().mapToDouble(of -> mean(of, value)).filter(number -> !Double.isNaN(number)).average()
                .orElse(Double.NaN);
    }

    private static double mean(List<Overlap> of, ToDoubleFunction<Overlap> value) {
        return of.stream().mapToDouble(value).filter(number -> !Double.isNaN(number)).average().orElse(Double.NaN);
    }

    private static Overlap pooled(List<Overlap> of) {
        return of.stream().reduce(Overlap.NONE, Overlap::plus);
    }

    /** The places of one sample, counted by structure. */
    static final class Counts {
        private final long[] both;
        private final long[] truth;
        private final long[] predicted;

        private Counts(int structures) {
            both = new long[structures];
            truth = new long[structures];
            predicted = new long[structures];
        }

        static Overlap[] of(OutputKind kind, Answer answer) {
            int columns = kind.names().size();
            Counts counts = new Counts(columns);
            for (int start = 0; start < answer.said().length; start += columns) {
                if (kind.exclusive()) {
                    counts.exclusive(answer, start, columns);
                } else {
                    counts.overlapping(answer, start, columns);
                }
            }
            return IntStream.range(0, columns)
                    .mapToObj(i -> new Overlap(counts.both[i], counts.truth[i], counts.predicted[i]))
                    .toArray(Overlap[]::new);
        }

        private void exclusive(Answer answer, int start, int columns) {
            if (answer.known()[start]) {
                int there = Decision.of(answer.truth(), start, columns);
                int taken = Decision.of(answer.said(), start, columns);
                truth[there]++;
                predicted[taken]++;
                both[there] += there == taken ? 1 : 0;
            }
        }

        private void overlapping(Answer answer, int start, int columns) {
            for (int i = 0; i < columns; i++) {
                if (answer.known()[start + i]) {
                    int there = Decision.of(answer.truth(), start + i, 1);
                    int taken = Decision.of(answer.said(), start + i, 1);
                    truth[i] += there;
                    predicted[i] += taken;
                    both[i] += there * taken;
                }
            }
        }
    }
}
