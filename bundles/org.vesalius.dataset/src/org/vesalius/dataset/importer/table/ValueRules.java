// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.importer.kind.NamedSettings;

/**
 * Values that stand for others, such as the degrees 1 to 4 of a disease for having it, or millimetres for the classes that
 * another hospital recorded. The first rule that fits counts; a value that none fits stays.
 *
 * @param settings what was said: for a column {@code FROM:TO}
 */
record ValueRules(NamedSettings settings) {

    /** The table with the values that are wanted; how many were replaced goes to the remarks. */
    RawTable apply(RawTable table, List<String> remarks) {
        if (settings.all().isEmpty()) {
            return table;
        }
        settings.requireUsed(table.names());
        List<ColumnRules> rules = table.names().stream().map(name -> ColumnRules.of(settings.allOf(name))).toList();
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
}

/** The rules of one column, and how often each was used. */
record ColumnRules(List<ValueRule> rules, int[] uses) {

    static ColumnRules of(List<String> texts) {
        return new ColumnRules(texts.stream().map(ValueRule::of).toList(), new int[texts.size()]);
    }

    String value(String raw) {
        for (int i = 0; i < uses.length; i++) {
            if (rules.get(i).fits(raw)) {
                uses[i]++;
                return rules.get(i).to();
            }
        }
        return raw;
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

    boolean fits(String raw) {
        if (from.equals(raw)) {
            return true;
        }
        String text = NumberText.isNumber(raw) ? raw : NumberText.withPoint(raw);
        if (!NumberText.isNumber(text)) {
            return false;
        }
        double number = Double.parseDouble(text);
        if (isRange()) {
            return number >= end(0, Double.NEGATIVE_INFINITY) && number <= end(1, Double.POSITIVE_INFINITY);
        }
        return NumberText.isNumber(from) && Double.parseDouble(from) == number;
    }

    private boolean isRange() {
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
