// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.evaluation.metric.Overlap;
import org.vesalius.evaluation.metric.SurfaceDistance;

/**
 * Structures: how many places each has, how many it was said to have, how many of them are both, and Dice; how far its
 * surface lies from the one said (infinitely where one of the two isn't there), and in which unit.
 */
record StructureColumns(OutputKind kind) implements AnswerColumns {
    private static final String UNIT = "distance-unit";
    private static final int COUNTS = 4;
    private static final int DISTANCES = 2;

    @Override
    public List<String> headings() {
        return Stream.concat(structures().stream().flatMap(name -> Stream.of("truth:" + name, "predicted:" + name,
                "both:" + name, "dice:" + name)), later().stream()).toList();
    }

    /** The distances. */
    @Override
    public List<String> later() {
        return Stream.concat(structures().stream().flatMap(name -> Stream.of(SurfaceDistances.HAUSDORFF + ":" + name,
                SurfaceDistances.MEAN + ":" + name)), Stream.of(UNIT)).toList();
    }

    private List<String> structures() {
        return kind.names().subList(OverlapMeasure.first(kind), kind.names().size());
    }

    @Override
    public List<Object> cells(Answer answer) {
        Answer counted = answer.anyKnown() ? answer
                : new Answer(answer.said(), answer.truth(), everywhere(answer.said().length));
        Overlap[] overlaps = OverlapMeasure.Counts.of(kind, counted);
        List<Object> cells = new ArrayList<>();
        for (int i = OverlapMeasure.first(kind); i < overlaps.length; i++) {
            Overlap overlap = overlaps[i];
            double dice = overlap.dice();
            cells.addAll(answer.anyKnown()
                    ? List.of(overlap.truth(), overlap.predicted(), overlap.both(), Double.isNaN(dice) ? "" : dice)
                    : List.of("", overlap.predicted(), "", ""));
        }
        addDistances(cells, StructureDistances.of(kind, answer));
        return cells;
    }

    private void addDistances(List<Object> cells, StructureDistances distances) {
        for (int i = 0; i < structures().size(); i++) {
            boolean told = !distances.structures().isEmpty() && !Double.isNaN(distances.structures().get(i).mean());
            cells.addAll(told ? List.of(distances.structures().get(i).hausdorff95(), distances.structures().get(i).mean())
                    : List.of("", ""));
        }
        cells.add(distances.unit());
    }

    private static boolean[] everywhere(int length) {
        boolean[] all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }

    @Override
    public Optional<KeptAnswer> answer(List<String> cells) {
        List<Overlap> overlaps = new ArrayList<>();
        int counts = structures().size() * COUNTS;
        for (int start = 0; start < counts; start += COUNTS) {
            if (cells.get(start).isEmpty()) {
                return Optional.of(Answer.unknown(new float[kind.names().size()]));
            }
            overlaps.add(new Overlap(Long.parseLong(cells.get(start + 2)), Long.parseLong(cells.get(start)),
                    Long.parseLong(cells.get(start + 1))));
        }
        return Optional.of(new KeptOverlaps(overlaps, distances(cells.subList(counts, cells.size()))));
    }

    private static StructureDistances distances(List<String> cells) {
        String unit = cells.get(cells.size() - 1);
        if (unit.isEmpty()) {
            return StructureDistances.NONE;
        }
        List<SurfaceDistance> distances = new ArrayList<>();
        for (int start = 0; start < cells.size() - 1; start += DISTANCES) {
            distances.add(new SurfaceDistance(distance(cells.get(start)), distance(cells.get(start + 1))));
        }
        return new StructureDistances(unit, distances);
    }

    private static double distance(String cell) {
        double distance = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        if (distance < 0) {
            throw new IllegalArgumentException("no surfaces are less than 0 apart");
        }
        return distance;
    }
}
