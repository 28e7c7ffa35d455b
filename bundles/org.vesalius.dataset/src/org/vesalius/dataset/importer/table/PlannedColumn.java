// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.SubsetFolder;
import org.vesalius.dataset.reader.ImageFileReader;

/**
 * A column of the data set and where its values come from.
 *
 * @param place in the raw table
 * @param column as it will be
 * @param values how a raw text becomes a value
 */
record PlannedColumn(int place, Column column, Values values) {

    /** Turns raw texts into values. */
    @FunctionalInterface
    interface Values {
        String of(String raw);
    }
}

/** Decides what the columns of a table are: by what the user said, else by their values, and tells it. */
final class ColumnPlan {
    private static final int MOST_CATEGORIES = 20;
    private static final int LABEL_CATEGORIES = 50;
    private static final Pattern ID = Pattern.compile("(?i)(.*[_. ])?(id|pid|rowid)");
    private static final Pattern ROW_NUMBER = Pattern.compile("(?i)(.*[_. ])?(row|index|no|nr|i)|column 1|unnamed: 0");
    /** How a category begins that says that something was not found. */
    private static final Pattern NEGATIVE = Pattern.compile(
            "(?i)(presumptive )?(no|n|none|not|neg|negative|non|absent|false|healthy|normal|benign|control|alive|living|survived|survivor|recovered|censored|without"
                    + "|nein|kein|keine|ohne|falsch|negativ|gesund|lebt|lebend)\\b.*|[-\u2212\u2013]");

    private static final String UNSURE = "-1";

    private final RawTable table;
    private final ColumnSettings settings;
    private final Set<String> gathered;
    private final boolean images;
    private final List<String> remarks;
    private final Progress progress;
    private final ColumnReadings readings;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    /**
     * @param gathered the columns whose cells hold several values
     * @param images whether the last column holds the paths of images
     * @param remarks takes what was decided
     * @param progress is asked whether it was cancelled
     */
    ColumnPlan(RawTable table, ColumnSettings settings, Set<String> gathered, boolean images, List<String> remarks,
            Progress progress) {
        this.table = table;
        this.settings = settings;
        this.gathered = gathered;
        this.images = images;
        this.remarks = remarks;
        this.progress = progress;
        readings = new ColumnReadings(table, settings.decimal());
    }

    /** The columns, those left out not among them. */
    List<PlannedColumn> columns() {
        settings.requireUsed(table.names());
        List<PlannedColumn> columns = new ArrayList<>();
        for (int place = 0; place < table.names().size(); place++) {
            String name = table.names().get(place);
            if (settings.dropped().of(name).isEmpty()) {
                columns.add(column(place, name));
            }
        }
        if (columns.isEmpty()) {
            throw refused("All columns are left out.", "Keep those that are needed.");
        }
        tellRoles();
        return columns;
    }

    private void tellRoles() {
        if (!inputs.isEmpty()) {
            remarks.add("Taken as inputs, since nothing else was said: " + listed(inputs)
                    + ". Look whether one of them follows from the label");
        }
        if (!unused.isEmpty()) {
            remarks.add("Kept but not used: " + listed(unused));
        }
    }

    private static String listed(List<String> names) {
        int shown = Math.min(names.size(), 40);
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
    }

    private PlannedColumn column(int place, String name) {
        Optional<String> separator = settings.cells().of(name).or(() -> gathered.contains(name)
                ? Optional.of(TableJoin.SEPARATOR) : Optional.empty());
        if (separator.isPresent()) {
            return several(place, name, separator.get());
        }
        if (images && place == table.names().size() - 1) {
            return image(place, name);
        }
        return plain(place, name);
    }

    private PlannedColumn image(int place, String name) {
        return new PlannedColumn(place, Column.image(name, ImageFileReader.ID, Map.of())
                .in(settings.role(name).orElse(ColumnRole.INPUT)), raw -> raw);
    }

    /** A column whose cells hold several values: which of them may be learnt are its categories. */
    private PlannedColumn several(int place, String name, String separator) {
        int atLeast = settings.atLeast().of(name).map(text -> whole(name, text)).orElse(1);
        GatheredValues values = new GatheredValues(table, place, separator);
        List<String> all = values.frequent(1);
        List<String> kept = values.frequent(atLeast);
        remarks.add("'" + name + "': several values in a cell, " + kept.size() + " of " + all.size()
                + (atLeast > 1 ? " stand in " + atLeast + " rows or more and are kept" : " kept"));
        MissingValues missing = settings.missing(name, settings.marks().allOf(name));
        Column column = possible(() -> new Column(name, ColumnType.TEXT, settings.role(name).orElse(ColumnRole.INPUT), "", "",
                Map.of(Column.SEPARATOR, separator), kept, missing));
        Set<String> known = Set.copyOf(kept);
        return new PlannedColumn(place, column, raw -> {
            String cell = String.join(separator, values.of(raw).stream().filter(known::contains).toList());
            // that a sample has none of them is known, too
            return column.isMissing(raw) ? raw : cell.isEmpty() ? separator : cell;
        });
    }

    private static int whole(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused("How often the values of '" + name + "' must occur is no whole number.", "Write digits alone.");
        }
    }

    private PlannedColumn plain(int place, String name) {
        List<String> told = new ArrayList<>(settings.marks().allOf(name));
        ColumnFacts facts = ColumnFacts.of(table, place, told, progress);
        List<String> unsure = unsure(name, facts);
        if (!unsure.isEmpty()) {
            told.addAll(unsure);
            facts = ColumnFacts.of(table, place, told, progress);
            remarks.add("Label '" + name + "' holds -1 beside 0 and 1, taken as not known; --value '" + name
                    + "=-1:0' or '…=-1:1' takes it for one of them");
        }
        return plain(place, name, facts, told);
    }

    /** Where a label is no, yes or not sure, as tools that read reports write it, how the last is written. */
    private List<String> unsure(String name, ColumnFacts facts) {
        boolean free = settings.role(name).equals(Optional.of(ColumnRole.LABEL)) && settings.categories().of(name).isEmpty()
                && settings.type(name).isEmpty();
        Optional<NumberReading> reading = free ? readings.of(name, facts.numbers()) : Optional.empty();
        return reading.filter(found -> facts.categories(reading).equals(List.of(UNSURE, "0", "1")))
                .map(found -> facts.spellings(UNSURE, found)).orElse(List.of());
    }

    private PlannedColumn plain(int place, String name, ColumnFacts facts, List<String> told) {
        Optional<NumberReading> numeric = readings.of(name, facts.numbers());
        boolean used = settings.role(name).stream().allMatch(role -> role == ColumnRole.INPUT || role == ColumnRole.LABEL);
        if (facts.numbersBeyond() && used && settings.type(name).isEmpty() && settings.categories().of(name).isEmpty()) {
            requireHeld(name, facts);
        }
        ColumnType type = settings.type(name).orElseGet(() -> guess(name, facts, numeric));
        if (type == ColumnType.NUMBER && numeric.isEmpty() && facts.hasValues()) {
            throw refused("'" + name + "' holds something that is no number in " + facts.oddPlaces() + ".",
                    "Correct it, say what means missing with --missing " + name + "=…, or take the column as a text.");
        }
        tell(name, facts, type, numeric);
        List<String> marks = Stream.concat(told.stream(), facts.marks(numeric.isPresent()).stream()).distinct().toList();
        ColumnRole role = role(name, facts, type);
        if (type == ColumnType.NUMBER && (role == ColumnRole.INPUT || role == ColumnRole.LABEL)) {
            requireHeld(name, facts);
        }
        return planned(place, name, facts, type, role, numeric, marks);
    }

    private static void requireHeld(String name, ColumnFacts facts) {
        if (!facts.hugePlaces().isEmpty()) {
            throw refused("'" + name + "' holds a number that is infinite or too large for a network, more than 3.4e38, in "
                    + facts.hugePlaces() + ".",
                    "Correct it, say that it means missing with --missing " + name
                            + "=…, or give the column the role none.");
        }
    }

    private PlannedColumn planned(int place, String name, ColumnFacts facts, ColumnType type, ColumnRole role,
            Optional<NumberReading> numeric, List<String> marks) {
        List<String> categories = type == ColumnType.CATEGORY ? categories(name, facts, numeric) : List.of();
        Column column = made(name, type, role, categories, marks);
        PlannedColumn.Values values = numeric.isEmpty() || type != ColumnType.CATEGORY && type != ColumnType.NUMBER
                ? raw -> raw : raw -> column.isMissing(raw) ? raw : type == ColumnType.CATEGORY
                        ? ColumnFacts.category(raw, numeric.get()) : numeric.get().plain(raw);
        return new PlannedColumn(place, column, role == ColumnRole.SUBSET ? raw -> subset(name, raw) : values);
    }

    private Column made(String name, ColumnType type, ColumnRole role, List<String> categories, List<String> marks) {
        MissingValues missing = settings.missing(name, marks);
        // of the columns that a pattern names, those that it can mean: truths are never made up
        boolean meant = role == ColumnRole.INPUT && (type == ColumnType.NUMBER || !missing.treatment().numeric());
        if (!meant && !settings.fills().names(name)) {
            missing = MissingValues.marked(marks);
        }
        return made(name, type, role, categories, missing);
    }

    private Column made(String name, ColumnType type, ColumnRole role, List<String> categories, MissingValues missing) {
        boolean picture = type == ColumnType.IMAGE;
        if (missing.treatment().numeric() && type != ColumnType.NUMBER) {
            throw refused("'" + name + "' holds no numbers, so its missing values have no " + missing.treatment().text() + ".",
                    "Take mode, constant:VALUE or leave-out.");
        }
        return possible(() -> new Column(name, type, role, settings.units().of(name).orElse(""),
                picture ? ImageFileReader.ID : "", Map.of(), categories, missing));
    }

    private static Column possible(Supplier<Column> column) {
        try {
            return column.get();
        } catch (IllegalArgumentException e) {
            throw refused("A column can't be made so: " + e.getMessage() + ".",
                    "Correct what is said about it, or say it of another column.");
        }
    }

    private static String subset(String name, String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        return SubsetFolder.ofCell(raw).map(Subset::text).orElseThrow(() -> refused("'" + name
                + "' is to say the part of a sample and holds something else.", "Its values are train, validation and test."));
    }

    private ColumnType guess(String name, ColumnFacts facts, Optional<NumberReading> reading) {
        boolean numeric = reading.isPresent();
        boolean event = settings.role(name).equals(Optional.of(ColumnRole.EVENT));
        boolean label = event || settings.role(name).equals(Optional.of(ColumnRole.LABEL));
        boolean told = settings.categories().of(name).isPresent();
        boolean text = settings.role(name).filter(role -> Set.of(ColumnRole.PATIENT, ColumnRole.STUDY, ColumnRole.SUBSET,
                ColumnRole.DEFECT).contains(role)).isPresent();
        if (text || !facts.hasValues()) {
            return ColumnType.TEXT;
        }
        int categories = facts.categories(reading).size();
        // of an event coded otherwise than 0 and 1, such as 1 and 2, every number would be taken for one
        boolean flags = event && Set.of("0", "1").containsAll(facts.categories(reading));
        if (told || numeric && label && !flags && categories > 0 && categories <= MOST_CATEGORIES && whole(facts.categories(reading))) {
            return ColumnType.CATEGORY;
        }
        if (numeric) {
            return ColumnType.NUMBER;
        }
        boolean repeats = categories * 2 <= facts.present();
        boolean few = categories > 0 && categories <= (label ? LABEL_CATEGORIES : MOST_CATEGORIES);
        return few && (repeats || label) ? ColumnType.CATEGORY : ColumnType.TEXT;
    }

    private static boolean whole(List<String> numbers) {
        return numbers.stream().allMatch(value -> value.matches("-?\\d+"));
    }

    private ColumnRole role(String name, ColumnFacts facts, ColumnType type) {
        Optional<ColumnRole> told = settings.role(name);
        if (told.isPresent()) {
            return told.get();
        }
        boolean usable = (type == ColumnType.NUMBER || type == ColumnType.CATEGORY || type == ColumnType.IMAGE)
                && !facts.constant() && !ID.matcher(name).matches()
                && !(ROW_NUMBER.matcher(name).matches() && facts.counts())
                && !settings.id().equals(Optional.of(name));
        (usable ? inputs : unused).add(name);
        return usable ? ColumnRole.INPUT : ColumnRole.NONE;
    }

    private List<String> categories(String name, ColumnFacts facts, Optional<NumberReading> reading) {
        List<String> found = negativeFirst(facts.categories(reading));
        Optional<String> told = settings.categories().of(name);
        List<String> categories = told.map(text -> List.of(text.split(Pattern.quote("|")))).orElse(found);
        List<String> others = found.stream().filter(value -> !categories.contains(value)).toList();
        if (!others.isEmpty() || categories.isEmpty()) {
            throw refused("'" + name + "' holds " + (found.isEmpty() ? "too many values for categories"
                    : others.size() + " values that are not among the categories given") + ".",
                    "Name all of them, those that mean missing with --missing, or take the column as a text.");
        }
        tellCategories(name, categories);
        return categories;
    }

    private void tellCategories(String name, List<String> categories) {
        boolean event = settings.role(name).equals(Optional.of(ColumnRole.EVENT));
        if (event || settings.role(name).equals(Optional.of(ColumnRole.LABEL))) {
            String second = event ? " is the event" : " is the positive one";
            remarks.add((event ? "Event '" : "Label '") + name + "': categories " + String.join(", ", categories)
                    + (categories.size() == 2 ? "; " + categories.get(1) + second : ""));
        }
    }

    /** Of two categories the second is the positive one. */
    private static List<String> negativeFirst(List<String> categories) {
        boolean swapped = categories.size() == 2 && NEGATIVE.matcher(categories.get(1)).matches()
                && !NEGATIVE.matcher(categories.get(0)).matches();
        return swapped ? List.of(categories.get(1), categories.get(0)) : categories;
    }

    private void tell(String name, ColumnFacts facts, ColumnType type, Optional<NumberReading> numeric) {
        String missing = facts.missingWords(numeric.isPresent());
        if (!missing.isEmpty()) {
            remarks.add("Missing in '" + name + "': " + missing);
        }
        numeric.map(NumberReading::words).filter(words -> !words.isEmpty()).ifPresent(words -> remarks.add("'" + name + "' " + words));
        if (facts.half() && type != ColumnType.NUMBER && settings.type(name).isEmpty()) {
            remarks.add("'" + name + "' holds numbers, but something else in " + facts.oddPlaces() + "; it is taken as "
                    + type.text());
        }
        if (type == ColumnType.NUMBER && !facts.suspects().isEmpty()) {
            remarks.add("'" + name + "' holds " + String.join(", ", facts.suspects())
                    + ". If that means missing, say so with --missing " + name + "=…");
        }
        if (facts.shortYears()) {
            remarks.add("'" + name + "' has dates with years of two digits, which don't tell the century; it is kept as "
                    + type.text());
        }
    }

    private static ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, remedy);
    }
}
