// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.MissingValues;

/** What the values of a column look like. */
final class ColumnFacts {
    /** Further texts that mean missing where others are numbers. */
    private static final Set<String> MARKS_AMONG_NUMBERS = Set.of("NAN", "-", ".", "--", "missing", "unknown");
    /** Numbers that often mean missing; only the user knows. */
    private static final Set<String> SUSPECT = Set.of("-1", "-9", "-99", "-999", "-9999", "999", "9999");
    private static final int SUSPECT_SHARE = 100;
    private static final int MOST_DISTINCT = 1_000;
    private static final int NAMED = 3;
    private static final int SURELY_SMALL = 38;
    private static final int ASKED_EACH = 4_096;
    /** No text of categories, but what programs write for a number that they can't hold. */
    private static final Pattern BEYOND = Pattern.compile("(?i)[+-]?(inf|infinity|\u221E|\\d+([.,]\\d*)?e\\+?\\d{3,})");
    private static final String TWO_DIGIT_YEAR = "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}( .*)?";

    private final MissingValues told;
    private final boolean found;
    private final Map<String, Integer> distinct = new LinkedHashMap<>();
    private final Map<String, Integer> marks = new LinkedHashMap<>();
    private final Map<String, Integer> suspects = new LinkedHashMap<>();
    private final NumberCounts numbers = new NumberCounts();
    private final List<String> oddPlaces = new ArrayList<>();
    private final List<String> hugePlaces = new ArrayList<>();
    private boolean many;
    private int present;
    private int empty;
    private int shortYears;
    private int beyond;

    private ColumnFacts(List<String> toldMarks) {
        told = MissingValues.marked(toldMarks);
        // the empty one says that nothing else means missing
        found = !toldMarks.contains("");
    }

    /**
     * Looks at a column.
     *
     * @param toldMarks what the user said means missing in it
     */
    static ColumnFacts of(RawTable table, int column, List<String> toldMarks, Progress progress) {
        ColumnFacts facts = new ColumnFacts(toldMarks);
        for (int row = 0; row < table.size(); row++) {
            if (row % ASKED_EACH == 0 && progress.cancelled()) {
                throw new CancellationException("cancelled by the user");
            }
            facts.add(table.text(column, row), table, row);
        }
        return facts;
    }

    private void add(String text, RawTable table, int row) {
        if (text.isEmpty() || told.marks().contains(text)) {
            empty++;
            return;
        }
        present++;
        if (found && isMark(text)) {
            marks.merge(text, 1, Integer::sum);
        } else {
            count(text, table, row);
        }
        many |= distinct.size() >= MOST_DISTINCT && !distinct.containsKey(text);
        if (!many) {
            distinct.merge(text, 1, Integer::sum);
        }
    }

    private void count(String text, RawTable table, int row) {
        boolean number = numbers.add(text);
        shortYears += !number && text.matches(TWO_DIGIT_YEAR) ? 1 : 0;
        if (SUSPECT.contains(text.indexOf('.') < 0 ? text : text.replaceAll("\\.0+$", ""))) {
            suspects.merge(text, 1, Integer::sum);
        }
        if (!number && oddPlaces.size() < NAMED) {
            oddPlaces.add(table.where(row));
        }
        boolean endless = !number && BEYOND.matcher(text).matches();
        beyond += endless ? 1 : 0;
        if (hugePlaces.size() < NAMED && (endless || number && isHuge(text))) {
            hugePlaces.add(table.where(row));
        }
    }

    /** Whether a number is beyond those of 32 bits, with which networks calculate. */
    private static boolean isHuge(String text) {
        boolean may = text.length() > SURELY_SMALL || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        return may && NumberReading.first(text).filter(way -> Float.isInfinite((float) Double.parseDouble(way.plain(text)))).isPresent();
    }

    /** Whether all values are numbers, but some are infinite or larger than any that a computer calculates with. */
    boolean numbersBeyond() {
        return beyond > 0 && numbers.most() > 0 && odd() == beyond;
    }

    /** Where numbers stand that are too large for a network; empty if there are none. */
    String hugePlaces() {
        return String.join(", ", hugePlaces);
    }

    /** Whether a text means missing in a column of any kind. */
    static boolean surelyMissing(String text) {
        return MissingValues.USUAL.contains(text);
    }

    /** Whether a text means missing where others are numbers. */
    static boolean isMark(String text) {
        return MissingValues.USUAL.contains(text) || MARKS_AMONG_NUMBERS.contains(text);
    }

    private int marked() {
        return marks.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean hasValues() {
        return present > 0;
    }

    boolean hasMissing() {
        return empty > 0 || marked() > 0;
    }

    /** The ways in which the values can be read as numbers, those aside that say that they are missing. */
    NumberCounts numbers() {
        return numbers;
    }

    /** How many are neither numbers nor say that they are missing. */
    int odd() {
        return present - marked() - numbers.most();
    }

    /** Where some of these stand. */
    String oddPlaces() {
        return String.join(", ", oddPlaces) + (odd() > oddPlaces.size() ? " and " + (odd() - oddPlaces.size()) + " more" : "");
    }

    /** Whether half of them or more, but not all, are numbers. */
    boolean half() {
        return numbers.most() > 0 && numbers.most() * 2 >= present && odd() > 0;
    }

    /** Whether all values that are not missing differ and are whole numbers. */
    boolean counts() {
        return !many && distinct.size() == present && distinct.keySet().stream().allMatch(text -> text.matches("\\d+"))
                || many && numbers.all(NumberReading.POINT) && marked() == 0;
    }

    boolean constant() {
        return distinct.size() == 1 && empty == 0;
    }

    /** Whether there are dates whose years have two digits. */
    boolean shortYears() {
        return shortYears > 0;
    }

    /** The marks among the values: all that may be, for numbers; the sure ones, for texts. */
    List<String> marks(boolean numeric) {
        return marks.keySet().stream().filter(mark -> numeric || MissingValues.USUAL.contains(mark)).toList();
    }

    /** How a number stands in the table: with or without zeros at its end. */
    List<String> spellings(String number, NumberReading reading) {
        return distinct.keySet().stream().filter(text -> reading.reads(text) && category(text, reading).equals(number)).toList();
    }

    /** The distinct values without those that are missing; empty if there are more than anybody calls categories. */
    List<String> categories(Optional<NumberReading> numeric) {
        if (many) {
            return List.of();
        }
        Set<String> values = new TreeSet<>(new CategoryOrder(numeric.isPresent()));
        distinct.keySet().stream().filter(text -> !marks(numeric.isPresent()).contains(text))
                .map(text -> numeric.map(reading -> category(text, reading)).orElse(text)).forEach(values::add);
        return List.copyOf(values);
    }

    int present() {
        return present - marked();
    }

    /** A number as a category: without zeros at its end. */
    static String category(String number, NumberReading reading) {
        return new BigDecimal(reading.plain(number)).stripTrailingZeros().toPlainString();
    }

    /** Numbers that may mean missing, with how often they stand there; empty if there are none. */
    List<String> suspects() {
        return suspects.entrySet().stream().filter(entry -> entry.getValue() > 1)
                // among many different numbers each is found a few times
                .filter(entry -> !many || entry.getValue() >= present / SUSPECT_SHARE)
                .map(entry -> entry.getKey() + " in " + English.quantity(entry.getValue(), "row")).toList();
    }

    /** How often values are missing: empty, or marked as said or found. */
    String missingWords(boolean numeric) {
        List<String> words = new ArrayList<>();
        if (empty > 0) {
            words.add(empty + (told.marks().isEmpty() ? " empty" : " empty or as said"));
        }
        marks.forEach((mark, count) -> {
            if (marks(numeric).contains(mark)) {
                words.add(count + " '" + mark + "'");
            }
        });
        return String.join(", ", words);
    }
}

/** Numbers by their size, texts by their code points. */
record CategoryOrder(boolean numeric) implements Comparator<String> {

    @Override
    public int compare(String first, String second) {
        return numeric ? new BigDecimal(first).compareTo(new BigDecimal(second)) : first.compareTo(second);
    }
}
