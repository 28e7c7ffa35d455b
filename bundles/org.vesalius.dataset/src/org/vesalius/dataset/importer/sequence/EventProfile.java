// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.TimeText;
import org.vesalius.dataset.sequence.text.CellFormat;
import org.vesalius.dataset.sequence.text.RowRule;

/** What the rows of all sequences hold: which things were measured, when, and what is odd. */
final class EventProfile {
    private static final int MOST_DISTANCES = 10_000;
    private static final double ALIKE = 0.8;
    private static final int MOST_CHANNELS = 100_000;

    private final TextSample sample;
    private final EventColumns columns;
    private final double timeUnit;
    private final Map<String, Thing> things = new TreeMap<>();
    private final TreeMap<Double, Integer> durations = new TreeMap<>();
    private Sequence current = new Sequence("");
    private boolean dates;
    private boolean onlyDays = true;
    private int sequences;
    private long rows;
    private long timeless;
    private long textual;
    private long outOfOrder;
    private long outOfOrderIn;
    private long repeated;
    private double earliest = Double.POSITIVE_INFINITY;
    private long values;
    private final Map<Double, Integer> distances = new HashMap<>();

    /** What is known of a measured thing. */
    private static final class Thing {
        private int sequences;
        private boolean onlyAtFirst = true;
        private boolean sameAsId = true;
    }

    /** The sequence that is being read. */
    private static final class Sequence {
        private final String id;
        private final Map<String, Last> things = new TreeMap<>();
        private final Set<Key> seen = new HashSet<>();
        private double first = Double.POSITIVE_INFINITY;
        private double last = Double.NEGATIVE_INFINITY;
        private double before = Double.NEGATIVE_INFINITY;
        private long outOfOrder;
        private long rows;

        Sequence(String id) {
            this.id = id;
        }
    }

    private record Last(double time, String cell) {
    }

    private record Key(String thing, double time) {
    }

    EventProfile(TextSample sample, EventColumns columns, double timeUnit) {
        this.sample = sample;
        this.columns = columns;
        this.timeUnit = timeUnit;
    }

    /** The rows that follow are of this sequence. */
    void begin(String id) {
        current = new Sequence(id);
    }

    /**
     * Takes a row.
     *
     * @throws UnreadableImageException if there are more measured things than can be channels
     */
    void take(List<String> cells) throws UnreadableImageException {
        rows++;
        String written = cell(cells, columns.time());
        OptionalDouble time = columns.time() == 0 ? OptionalDouble.of(current.rows++)
                : TimeText.seconds(sample.format().pointed(written), timeUnit);
        if (time.isEmpty()) {
            timeless++;
            return;
        }
        dates |= TimeText.isDate(written);
        onlyDays = onlyDays && TimeText.isDayWithoutSigns(written);
        see(time.getAsDouble());
        if (columns.isWide()) {
            for (int column : columns.measured(sample)) {
                thing(sample.heading(column), time.getAsDouble(), cell(cells, column));
            }
        } else {
            thing(cell(cells, columns.parameter()), time.getAsDouble(), cell(cells, columns.value()));
        }
    }

    private static String cell(List<String> cells, int column) {
        return column > 0 && column <= cells.size() ? cells.get(column - 1) : "";
    }

    private void see(double time) {
        current.outOfOrder += time < current.before ? 1 : 0;
        if (time > current.before && !Double.isInfinite(current.before) && distances.size() < MOST_DISTANCES) {
            distances.merge(time - current.before, 1, Integer::sum);
        }
        current.before = time;
        current.first = Math.min(current.first, time);
        current.last = Math.max(current.last, time);
    }

    private void thing(String name, double time, String cell) throws UnreadableImageException {
        CellFormat format = sample.format();
        if (name.isEmpty() || format.isMissing(cell)) {
            return;
        }
        if (!format.isNumber(cell)) {
            textual++;
            return;
        }
        String known = RowRule.name(name);
        if (current.seen.add(new Key(known, time))) {
            values++;
        } else {
            repeated++;
        }
        current.things.merge(known, new Last(time, cell), (old, now) -> now.time() >= old.time() ? now : old);
        if (current.things.size() > MOST_CHANNELS) {
            throw new UnreadableImageException("measures more than " + MOST_CHANNELS + " different things");
        }
    }

    /**
     * The rows of a sequence are at their end.
     *
     * @return the last cell of each thing that was measured in it
     */
    Map<String, String> end() {
        Map<String, String> cells = new TreeMap<>();
        for (Map.Entry<String, Last> entry : current.things.entrySet()) {
            Thing thing = things.computeIfAbsent(entry.getKey(), name -> new Thing());
            thing.sequences++;
            thing.onlyAtFirst = thing.onlyAtFirst && entry.getValue().time() == current.first;
            thing.sameAsId = thing.sameAsId && current.id.endsWith(entry.getValue().cell());
            cells.put(entry.getKey(), sample.format().plain(entry.getValue().cell()));
        }
        sequences++;
        outOfOrder += current.outOfOrder;
        outOfOrderIn += current.outOfOrder > 0 ? 1 : 0;
        if (current.last >= current.first) {
            durations.merge(current.last - current.first, 1, Integer::sum);
            earliest = Math.min(earliest, current.first);
        }
        cells.keySet().retainAll(things.entrySet().stream().filter(entry -> entry.getValue().onlyAtFirst)
                .map(Map.Entry::getKey).toList());
        return cells;
    }

    /** Things that were measured once and for all, at the first time of every sequence; the id itself isn't among them. */
    List<String> once() {
        return constant(false);
    }

    /** Things that repeat the id of each sequence. */
    List<String> ids() {
        return constant(true);
    }

    private List<String> constant(boolean id) {
        // something seldom measured may have been so at the beginning by chance
        return columns.isWide() || sequences < 2 ? List.of() : things.entrySet().stream()
                .filter(entry -> entry.getValue().onlyAtFirst && entry.getValue().sameAsId == id
                        && 2 * entry.getValue().sequences > sequences)
                .map(Map.Entry::getKey).toList();
    }

    /** Things that were measured again and again, by name. */
    List<String> channels() {
        List<String> others = new ArrayList<>(once());
        others.addAll(ids());
        if (columns.isWide()) {
            return columns.measured(sample).stream().map(sample::heading).map(RowRule::name).filter(things::containsKey).toList();
        }
        return things.keySet().stream().filter(name -> !others.contains(name)).toList();
    }

    /** Whether times are dates, so that each sequence has a beginning of its own. */
    boolean isDated() {
        return dates;
    }

    /** Whether all times are days such as 20210131, which count no seconds. */
    boolean isOfDaysWithoutSigns() {
        return onlyDays && columns.time() > 0 && rows > timeless;
    }

    /** Seconds of the longest sequence. */
    double longest() {
        return durations.isEmpty() ? 0 : durations.lastKey();
    }

    /** Seconds of a sequence in the middle. */
    double usual() {
        int half = durations.values().stream().mapToInt(Integer::intValue).sum() / 2;
        for (Map.Entry<Double, Integer> entry : durations.entrySet()) {
            half -= entry.getValue();
            if (half < 0) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** Seconds between times where nearly all follow one another alike. */
    OptionalDouble distance() {
        long all = distances.values().stream().mapToLong(Integer::intValue).sum();
        return distances.entrySet().stream().filter(entry -> ALIKE * all < entry.getValue()).mapToDouble(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether every channel was measured at each of so many steps of each sequence. */
    boolean isComplete(long steps) {
        return distance().isPresent() && durations.size() == 1 && values == steps * sequences * channels().size();
    }

    /** The earliest time of all, in seconds. */
    double earliest() {
        return earliest;
    }

    /** How many sequences there were. */
    int sequences() {
        return sequences;
    }

    long rows() {
        return rows;
    }

    long timeless() {
        return timeless;
    }

    long textual() {
        return textual;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    long outOfOrderIn() {
        return outOfOrderIn;
    }

    long repeated() {
        return repeated;
    }
}
