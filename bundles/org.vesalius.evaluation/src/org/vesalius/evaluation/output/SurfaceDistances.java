// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vesalius.evaluation.Decision;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.evaluation.metric.SurfaceDistance;

/**
 * Distances of surfaces over samples: the means over the samples that have the structure and were said to. Those that have
 * it without being said to, or the other way round, are infinitely far off; they are counted.
 */
final class SurfaceDistances {
    static final String HAUSDORFF = "hd95";
    static final String MEAN = "mean-surface-distance";
    static final String MISSED = "missed";

    private final List<List<SurfaceDistance>> distances;
    private String unit = "";
    private boolean measured = true;

    SurfaceDistances(int structures) {
        distances = IntStream.range(0, structures).<List<SurfaceDistance>>mapToObj(i -> new ArrayList<>()).toList();
    }

    /** Adds a sample; one that isn't measured, or in another unit, leaves all without a mean. */
    void add(StructureDistances of) {
        unit = unit.isEmpty() ? of.unit() : unit;
        measured &= !of.unit().isEmpty() && unit.equals(of.unit());
        for (int i = 0; measured && i < distances.size(); i++) {
            distances.get(i).add(of.structures().get(i));
        }
    }

    /** Why some distance can't be told; empty if each can. */
    Optional<String> explanation() {
        if (!measured && !unit.isEmpty()) {
            return Optional.of("Distances between surfaces are left out: of some samples not all places are known, or not"
                    + " how far apart they are.");
        }
        return told() && distances.stream().anyMatch(of -> of.stream().noneMatch(one -> Double.isFinite(one.mean())))
                ? Optional.of("Of some structures no sample has them and was said to, so that no distance between surfaces is told.")
                : Optional.empty();
    }

    private boolean told() {
        return measured && !unit.isEmpty();
    }

    /** The means over the structures. */
    Map<String, Double> metrics() {
        List<Map<String, Double>> all = IntStream.range(0, distances.size()).mapToObj(this::metrics).toList();
        Map<String, Double> means = new LinkedHashMap<>();
        for (String id : told() ? List.of(HAUSDORFF, MEAN) : List.<String>of()) {
            means.put(id, all.stream().mapToDouble(of -> of.get(id)).filter(Double::isFinite).average().orElse(Double.NaN));
        }
        return means;
    }

    /** The means of one structure. */
    Map<String, Double> metrics(int structure) {
        Map<String, Double> means = new LinkedHashMap<>();
        if (told()) {
            means.put(HAUSDORFF, mean(structure, SurfaceDistance::hausdorff95));
            means.put(MEAN, mean(structure, SurfaceDistance::mean));
        }
        return means;
    }

    private double mean(int structure, ToDoubleFunction<SurfaceDistance> value) {
        return distances.get(structure).stream().mapToDouble(value).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    void addUnit(JsonObject json) {
        if (told()) {
            json.addProperty(OutputReport.DISTANCE_UNIT, unit);
        }
    }

    void addMissed(JsonObject json, int structure) {
        if (told()) {
            json.addProperty(MISSED, distances.get(structure).stream().filter(SurfaceDistance::missed).count());
        }
    }
}

/**
 * How far apart surfaces are in one sample.
 *
 * @param unit of the distances; empty where nothing is measured
 * @param structures those that aren't the background; none where nothing is measured
 */
record StructureDistances(String unit, List<SurfaceDistance> structures) {
    static final StructureDistances NONE = new StructureDistances("", List.of());

    StructureDistances {
        Objects.requireNonNull(unit, "unit");
        structures = List.copyOf(structures);
    }

    /** Measures an answer whose places are told apart and all known. */
    static StructureDistances of(OutputKind kind, Answer answer) {
        Optional<PlaceGrid> grid = answer.grid().filter(places -> IntStream.range(0, answer.known().length)
                .allMatch(i -> answer.known()[i]));
        return grid.isEmpty() ? NONE : new StructureDistances(grid.get().unit(), IntStream
                .range(OverlapMeasure.first(kind), kind.names().size()).mapToObj(structure -> SurfaceDistance.of(
                        places(kind, answer.truth(), structure), places(kind, answer.said(), structure), grid.get()))
                .toList());
    }

    private static boolean[] places(OutputKind kind, float[] values, int structure) {
        int columns = kind.names().size();
        boolean[] places = new boolean[values.length / columns];
        for (int i = 0; i < places.length; i++) {
            places[i] = kind.exclusive() ? Decision.of(values, i * columns, columns) == structure
                    : Decision.of(values, i * columns + structure, 1) == 1;
        }
        return places;
    }
}
