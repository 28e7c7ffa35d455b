// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.SampleTable;

/**
 * Values that stand for others, such as the degrees 1 to 4 of a disease for having it, or millimetres for the classes that
 * another hospital recorded. The first rule that fits counts; a value that none fits stays, and so does what was said to mean
 * missing, though it may lie between the ends of a range.
 *
 * @param columns what was said of them, such as {@code FROM:TO}
 */
record ValueRules(ColumnSettings columns) {

    /** The table with the values that are wanted; how many were replaced goes to the remarks. */
    RawTable apply(RawTable table, List<String> remarks) {
        if (columns.values().all().isEmpty()) {
            return table;
        }
        columns.values().requireUsed(table.names());
        ColumnReadings readings = new ColumnReadings(table, columns.decimal());
        List<ColumnRules> rules = IntStream.range(0, table.names().size()).mapToObj(place -> rules(table, place, readings)).toList();
        SampleTable.Builder builder = new SampleTable.Builder(table.names());
        for (int row = 0; row < table.size(); row++) {
            List<String> values = new ArrayList<>(rules.size());
            for (int column = 0; column < rules.size(); column++) {
                values.add(rules.get(column).value(table.text(column, row)));
            }
            builder.add(table.where(row), values);
        }
        for (int column = 0; column < rules.size(); column++) {
            rules.get(column).tell(table.names().get(column), remarks);
        }
        return new RawTable(builder.build());
    }

    private ColumnRules rules(RawTable table, int place, ColumnReadings readings) {
        String name = table.names().get(place);
        List<ValueRule> rules = columns.values().allOf(name).stream().map(ValueRule::of).toList();
        List<String> marks = columns.marks().allOf(name).stream().filter(mark -> !mark.isEmpty()).toList();
        NumberReading reading = rules.stream().anyMatch(ValueRule::isNumeric) ? readings.amongOthers(place, marks::contains)
                : NumberReading.POINT;
        return new ColumnRules(rules, marks, reading, new int[rules.size()]);
    }
}

/**
 * The rules of one column.
 *
 * @param marks what was said to mean missing
 * @param reading how its numbers are written
 * @param uses how often each rule was used
 */
record ColumnRules(List<ValueRule> rules, List<String> marks, NumberReading reading, int[] uses) {

    String value(String raw) {
        if (uses.length == 0) {
            return raw;
        }
        OptionalDouble number = number(raw);
        Optional<String> mark = marks.stream().filter(each -> each.equals(raw) || same(number(each), number)).findFirst();
        for (int i = 0; i < uses.length; i++) {
            ValueRule rule = rules.get(i);
            // who names a mark itself means it
            if (!(mark.isPresent() && rule.isRange()) && rule.fits(raw, number)) {
                uses[i]++;
                return rule.to();
            }
        }
        // -9.0 is -9 among numbers, but not among what ranges become
        return mark.orElse(raw);
    }

    private static boolean same(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() && first.equals(second);
    }

    /** As the column's numbers are read; what can't be read so can be read in another way at most. */
    private OptionalDouble number(String raw) {
        Optional<NumberReading> way = reading.reads(raw) ? Optional.of(reading) : NumberReading.first(raw);
        return way.map(found -> OptionalDouble.of(Double.parseDouble(found.plain(raw)))).orElse(OptionalDouble.empty());
    }

    void tell(String column, List<String> remarks) {
        if (uses.length > 0) {
            remarks.add("'" + column + "': " + IntStream.range(0, uses.length).mapToObj(i -> rules.get(i).from() + " is taken for '"
                    + rules.get(i).to() + "' in " + English.quantity(uses[i], "row")).collect(Collectors.joining(", ")));
        }
    }
}

/**
 * One value, or numbers between two, for another value.
 *
 * @param from a value, empty for cells that hold none, or {@code A..B} for the numbers from A to B, both included; one of them may be left out
 * @param to the value instead
 */
record ValueRule(String from, String to) {
    private static final String RANGE = "..";

    static ValueRule of(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw refused("'" + text + "' doesn't say which value stands for which.");
        }
        ValueRule rule = new ValueRule(text.substring(0, colon), text.substring(colon + 1));
        if (rule.isRange()) {
            rule.ends().stream().filter(end -> !end.isEmpty() && !NumberText.isNumber(end)).findFirst().ifPresent(end -> {
                throw refused("'" + end + "' is no number, and a range has numbers as its ends.");
            });
        }
        return rule;
    }

    /**
     * Whether a value is meant.
     *
     * @param read the value as a number, if it is one
     */
    boolean fits(String raw, OptionalDouble read) {
        if (from.equals(raw)) {
            return true;
        }
        if (read.isEmpty() || !isNumeric()) {
            return false;
        }
        double number = read.getAsDouble();
        return isRange() ? number >= end(0, Double.NEGATIVE_INFINITY) && number <= end(1, Double.POSITIVE_INFINITY)
                : Double.parseDouble(from) == number;
    }

    /** Whether numbers may be meant. */
    boolean isNumeric() {
        return isRange() || NumberText.isNumber(from);
    }

    boolean isRange() {
        return from.contains(RANGE);
    }

    private List<String> ends() {
        int place = from.indexOf(RANGE);
        return List.of(from.substring(0, place).strip(), from.substring(place + RANGE.length()).strip());
    }

    private double end(int which, double open) {
        String text = ends().get(which);
        return text.isEmpty() ? open : Double.parseDouble(text);
    }

    private static ReportedException refused(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message,
                "Write COLUMN=FROM:TO, where FROM is a value or a range of numbers such as 1..4, 1.. or ..20.");
    }
}
