// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Split;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.random.SeededRandom;
import org.vesalius.dataset.sequence.TimeText;

/**
 * A data set divided as a split says. It depends on ids and values alone, not on the order of the samples.
 *
 * @param dataset what is divided; its parts and folds so far are left aside
 * @param split how
 * @since 1.0
 */
public record DividedDataset(Dataset dataset, Split split) {
    private static final String FOLD = "fold";
    private static final String TRAIN = Subset.TRAIN.text();
    private static final String TEST = Subset.TEST.text();

    /**
     * Divides.
     *
     * @return the data set with the split, and with new columns of parts and folds
     * @throws ReportedException if there are too few patients for so many parts or folds, or a column is missing, or holds what
     *         can't be divided by
     */
    public Dataset divide() {
        return switch (split.rule()) {
            case PARTS -> parts();
            case FOLDS -> folds();
            case LEAVE_OUT -> leftOut();
            case TIME -> written(new TimeOrder(dataset, required(split.column())).parts(groups(), shares()), Map.of());
            case LISTED_PARTS, LISTED_FOLDS -> throw new IllegalArgumentException("a list is asked for");
        };
    }

    private Dataset parts() {
        List<String> parts = parts(dealt(dataset.samples(), shares(), split.seed()));
        for (Subset subset : Subset.values()) {
            if (shares()[subset.ordinal()] > 0 && !parts.contains(subset.text())) {
                throw refused("There are too few patients or samples for a part of " + subset.text() + " samples: there are "
                        + parts.size() + " samples, and those of a patient stay together.", "Ask for fewer parts.");
            }
        }
        return written(parts, Map.of());
    }

    private double[] shares() {
        return new double[] {split.train(), split.validation(), split.test()};
    }

    private Dataset folds() {
        Map<String, Integer> first = split.test() == 0 ? Map.of()
                : dealt(dataset.samples(), new double[] {1 - split.test(), split.test()}, split.seed());
        List<String> parts = new ArrayList<>();
        List<Sample> others = new ArrayList<>();
        Groups groups = groups();
        for (Sample sample : dataset.samples()) {
            boolean test = first.getOrDefault(groups.of(sample), 0) == 1;
            parts.add(test ? TEST : TRAIN);
            if (!test) {
                others.add(sample);
            }
        }
        refuseTooFew(others, groups);
        double[] shares = new double[split.folds()];
        Arrays.fill(shares, 1.0 / split.folds());
        Map<String, List<String>> folds = new LinkedHashMap<>();
        for (int repeat = 0; repeat < split.repeats(); repeat++) {
            long seed = repeat == 0 ? split.seed() : SeededRandom.of(split.seed(), repeat).nextLong();
            Map<String, Integer> dealt = dealt(others, shares, seed);
            folds.put(repeat == 0 ? FOLD : FOLD + " " + (repeat + 1), IntStream.range(0, parts.size()).mapToObj(i -> parts.get(i)
                    .equals(TEST) ? "" : Integer.toString(1 + dealt.get(groups.of(dataset.samples().get(i))))).toList());
        }
        return written(parts, folds);
    }

    private void refuseTooFew(List<Sample> others, Groups groups) {
        long count = others.stream().map(groups::of).distinct().count();
        if (count < split.folds()) {
            throw refused("There are " + split.folds() + " folds asked for, and only " + count + " patients or samples that may be in"
                    + " different ones.", "Ask for fewer folds.");
        }
    }

    private Dataset leftOut() {
        Column column = Folds.of(dataset, split.column()).column();
        if (!split.by().isEmpty()) {
            refuseDivided(column);
        }
        return written(dataset.samples().stream().map(sample -> TRAIN).toList(), Map.of(FOLD,
                dataset.samples().stream().map(sample -> sample.lacks(column) ? "" : sample.value(column)).toList()));
    }

    private void refuseDivided(Column column) {
        Groups groups = groups();
        Map<String, String> folds = new HashMap<>();
        for (Sample sample : dataset.samples()) {
            if (sample.lacks(column)) {
                continue;
            }
            String before = folds.putIfAbsent(groups.of(sample), sample.value(column));
            if (before != null && !before.equals(sample.value(column))) {
                throw refused("What column '" + split.by() + "' keeps together has more than one value in column '" + column.name()
                        + "', such as that of sample " + sample.id() + ".", "Leave --by away, or leave out another column.");
            }
        }
    }

    private List<String> parts(Map<String, Integer> dealt) {
        Groups groups = groups();
        return dataset.samples().stream().map(sample -> Subset.values()[dealt.get(groups.of(sample))].text()).toList();
    }

    private Map<String, Integer> dealt(List<Sample> samples, double[] shares, long seed) {
        Groups groups = groups();
        Strata strata = new Strata(dataset, split.stratify().stream().map(this::required).toList());
        return new GroupedSplit(shares, seed).parts(samples.stream().map(groups::of).toList(),
                samples.stream().map(strata::of).toList());
    }

    private Groups groups() {
        List<Column> columns = new ArrayList<>(dataset.columns(ColumnRole.PATIENT));
        if (!split.by().isEmpty()) {
            columns.add(required(split.by()));
        }
        return Groups.of(dataset.samples(), columns.stream().distinct().toList());
    }

    private Column required(String name) {
        return dataset.column(name).filter(column -> !column.type().read() && column.role() != ColumnRole.SUBSET)
                .orElseThrow(() -> refused("The data set has no column '" + name + "' that samples could be divided by.",
                        "Name a column of patients, sites, labels or times."));
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, dataset.folder(), remedy);
    }

    private Dataset written(List<String> parts, Map<String, List<String>> folds) {
        return new SplitColumns(dataset).with(split, parts, folds);
    }
}

/**
 * Which samples stay together: those that have the same value in one of some columns, and those that they have something in
 * common with.
 *
 * @param names of the groups, by the ids of the samples
 */
record Groups(Map<String, String> names) {

    static Groups of(List<Sample> samples, List<Column> columns) {
        Map<String, String> parents = new HashMap<>();
        for (Sample sample : samples) {
            String own = key("sample", sample.id());
            for (Column column : columns) {
                // who isn't known is somebody else
                if (!sample.lacks(column)) {
                    unite(parents, own, key("column " + column.name(), sample.value(column)));
                }
            }
        }
        Map<String, String> names = new HashMap<>();
        samples.forEach(sample -> names.put(sample.id(), root(parents, key("sample", sample.id()))));
        return new Groups(names);
    }

    private static String key(String kind, String value) {
        return kind + "\n" + value;
    }

    /** The name of a group is the least of its keys, so that it doesn't depend on the order of the samples. */
    private static void unite(Map<String, String> parents, String one, String other) {
        String first = root(parents, one);
        String second = root(parents, other);
        if (!first.equals(second)) {
            boolean less = first.compareTo(second) < 0;
            parents.put(less ? second : first, less ? first : second);
        }
    }

    private static String root(Map<String, String> parents, String key) {
        String root = key;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        for (String at = key; !at.equals(root);) {
            at = parents.put(at, root);
        }
        return root;
    }

    String of(Sample sample) {
        return names.getOrDefault(sample.id(), sample.id());
    }

    /** Without the keys, which may tell who patients are. */
    @Override
    public String toString() {
        return "Groups[" + names.size() + "]";
    }
}

/**
 * The values that are to be shared alike: each of a category, missing ones among them, and quarters of numbers and times.
 *
 * @param columns which
 * @param quarters of numbers and times the three values between their quarters, in the order of the columns
 */
record Strata(List<Column> columns, List<double[]> quarters) {
    private static final String ALL = "";
    private static final int MOST_VALUES = 100;

    Strata(Dataset dataset, List<Column> columns) {
        this(columns, columns.stream().map(column -> quarters(dataset, column)).toList());
    }

    private static double[] quarters(Dataset dataset, Column column) {
        List<String> values =
                dataset.samples().stream().filter(sample -> !sample.lacks(column)).map(sample -> sample.value(column)).toList();
        double[] numbers = values.stream().map(value -> TimeText.seconds(value, 1)).flatMapToDouble(OptionalDouble::stream).sorted()
                .toArray();
        boolean few = values.stream().distinct().limit(MOST_VALUES + 1L).count() <= MOST_VALUES;
        boolean ordered = column.type() == ColumnType.NUMBER || column.role() == ColumnRole.TIME || !few;
        if (ordered && column.type() != ColumnType.CATEGORY && numbers.length == values.size() && numbers.length > 0) {
            return IntStream.of(1, 2, 3).mapToDouble(quarter -> numbers[quarter * numbers.length / 4]).toArray();
        }
        if (!few && column.separator().isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "Column '" + column.name() + "' has more than " + MOST_VALUES
                    + " different values, which can't be shared alike.", dataset.folder(),
                    "Stratify by labels, sites, numbers or times.");
        }
        return new double[0];
    }

    List<String> of(Sample sample) {
        Stream<String> all = Stream.of(ALL);
        return Stream.concat(all, IntStream.range(0, columns.size()).boxed().flatMap(i -> values(sample, i))).toList();
    }

    private Stream<String> values(Sample sample, int place) {
        Column column = columns.get(place);
        String start = column.name() + "\n";
        if (sample.lacks(column)) {
            return Stream.of(start);
        }
        String value = sample.value(column);
        double[] between = quarters.get(place);
        if (between.length > 0) {
            double number = TimeText.seconds(value, 1).orElseThrow();
            return Stream.of(start + Arrays.stream(between).filter(limit -> number >= limit).count());
        }
        return column.separator().isEmpty() ? Stream.of(start + value)
                : Stream.of(value.split(Pattern.quote(column.separator()))).map(String::strip).filter(each -> !each.isEmpty()).distinct()
                        .map(each -> start + each);
    }
}

/**
 * Parts by time: no group of an earlier part has a sample as late as the latest of each group of a later one.
 *
 * @param dataset what is divided
 * @param column tells the time of each sample
 */
record TimeOrder(Dataset dataset, Column column) {

    List<String> parts(Groups groups, double[] shares) {
        refuseMixed();
        TreeMap<Double, Integer> counts = new TreeMap<>();
        Map<String, Double> latest = new HashMap<>();
        for (Sample sample : dataset.samples()) {
            latest.merge(groups.of(sample), time(sample), Math::max);
        }
        dataset.samples().forEach(sample -> counts.merge(latest.get(groups.of(sample)), 1, Integer::sum));
        double validation = cut(counts, shares[0]);
        double test = Math.max(validation, cut(counts, shares[0] + shares[1]));
        List<String> parts = dataset.samples().stream().map(sample -> latest.get(groups.of(sample)))
                .map(time -> (time < validation ? Subset.TRAIN : time < test ? Subset.VALIDATION : Subset.TEST).text()).toList();
        for (Subset subset : Subset.values()) {
            if (shares[subset.ordinal()] > 0 && !parts.contains(subset.text())) {
                throw refused("There are too few different times in column '" + column.name() + "' for a part of " + subset.text()
                        + " samples: those of one time stay together.", "Ask for fewer parts, or name a finer time.");
            }
        }
        return parts;
    }

    /** A mere number counts from another day than a date, so the two have no order among them. */
    private void refuseMixed() {
        long dates = dataset.samples().stream().filter(sample -> !sample.lacks(column) && TimeText.isDate(sample.value(column))).count();
        long known = dataset.samples().stream().filter(sample -> !sample.lacks(column)).count();
        if (dates > 0 && dates < known) {
            throw refused("Column '" + column.name() + "' mixes dates such as 2012-01-31 with "
                    + English.quantity(known - dates, "other value") + ": there is no order among the two.",
                    "Write all of its times in one way, such as 2012-01-31.");
        }
    }

    /** The time from which on samples come after this share of them, as near as times that stay together allow. */
    private double cut(TreeMap<Double, Integer> counts, double share) {
        double wanted = share * dataset.samples().size();
        double best = Double.POSITIVE_INFINITY;
        double distance = dataset.samples().size() - wanted;
        int before = 0;
        for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
            if (Math.abs(before - wanted) < distance) {
                best = entry.getKey();
                distance = Math.abs(before - wanted);
            }
            before += entry.getValue();
        }
        return best;
    }

    private double time(Sample sample) {
        OptionalDouble time = sample.lacks(column) ? OptionalDouble.empty() : TimeText.seconds(sample.value(column), 1);
        return time.orElseThrow(() -> refused("Sample " + sample.id() + " has no time in column '" + column.name()
                + "' that can be read.", "Name a column of numbers or dates such as 2012-01-31 that each sample has."));
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, dataset.folder(), remedy);
    }
}
