// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.NumberText;

/** What the values of a column look like. */
final class ColumnFacts {
    /** Texts that mean missing where others are numbers, or categories. */
    private static final Set<String> MARKS = Set.of("?", "NA", "N/A", "n/a", "#N/A", "nan", "NaN", "NAN", "NULL", "null",
            "-", ".", "--", "missing", "unknown");
    private static final Set<String> SURE = Set.of("?", "NA", "N/A", "n/a", "#N/A", "nan", "NaN", "NULL", "null");
    /** Numbers that often mean missing; only the user knows. */
    private static final Set<String> SUSPECT = Set.of("-1", "-9", "-99", "-999", "-9999", "999", "9999");
    private static final int MOST_DISTINCT = 1_000;
    private static final int NAMED = 3;
    private static final int ASKED_EACH = 4_096;
    private static final String TWO_DIGIT_YEAR = "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}( .*)?";

    private final MissingValues told;
    private final Map<String, Integer> distinct = new LinkedHashMap<>();
    private final Map<String, Integer> marks = new LinkedHashMap<>();
    private final List<String> oddPlaces = new ArrayList<>();
    private boolean many;
    private int present;
    private int empty;
    private int points;
    private int commas;
    private int shortYears;

    private ColumnFacts(List<String> toldMarks) {
        told = MissingValues.marked(toldMarks);
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
        if (MARKS.contains(text)) {
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
        boolean point = NumberText.isNumber(text);
        boolean comma = NumberText.isNumberWithComma(text);
        points += point ? 1 : 0;
        commas += comma ? 1 : 0;
        shortYears += !point && text.matches(TWO_DIGIT_YEAR) ? 1 : 0;
        if (!point && !comma && oddPlaces.size() < NAMED) {
            oddPlaces.add(table.where(row));
        }
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

    /** Whether all are numbers with a point, but for those that say they are missing. */
    boolean numbers() {
        return points > 0 && points + marked() == present;
    }

    /** Whether all are numbers, some with a decimal comma. */
    boolean numbersWithCommas() {
        return commas > 0 && !numbers() && commas + marked() == present;
    }

    /** How many are neither numbers nor say that they are missing. */
    int odd() {
        return present - marked() - Math.max(points, commas);
    }

    /** Where some of these stand. */
    String oddPlaces() {
        return String.join(", ", oddPlaces) + (odd() > oddPlaces.size() ? " and " + (odd() - oddPlaces.size()) + " more" : "");
    }

    /** Whether most, but not all, are numbers. */
    boolean half() {
        int numbers = Math.max(points, commas);
        return numbers * 2 > present && odd() > 0;
    }

    /** Whether all values that are not missing differ and are whole numbers. */
    boolean counts() {
        return !many && distinct.size() == present && distinct.keySet().stream().allMatch(text -> text.matches("\\d+"))
                || many && points == present;
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
        return marks.keySet().stream().filter(mark -> numeric || SURE.contains(mark)).toList();
    }

    /** The distinct values without those that are missing; empty if there are more than anybody calls categories. */
    List<String> categories(boolean numeric) {
        if (many) {
            return List.of();
        }
        Set<String> values = new TreeSet<>(new CategoryOrder(numeric));
        distinct.keySet().stream().filter(text -> !marks(numeric).contains(text))
                .map(text -> numeric ? plain(text) : text).forEach(values::add);
        return List.copyOf(values);
    }

    int present() {
        return present - marked();
    }

    /** A number as a category: without zeros at its end. */
    static String plain(String number) {
        return new BigDecimal(NumberText.withPoint(number)).stripTrailingZeros().toPlainString();
    }

    /** Numbers that may mean missing, with how often they stand there; empty if there are none. */
    List<String> suspects() {
        return many ? List.of() : distinct.entrySet().stream().filter(entry -> SUSPECT.contains(entry.getKey().replaceAll("\\.0+$", "")))
                .filter(entry -> entry.getValue() > 1)
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
