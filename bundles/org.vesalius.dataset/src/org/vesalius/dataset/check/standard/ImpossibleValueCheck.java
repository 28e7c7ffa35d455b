// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.check.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vesalius.core.check.Problem;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.NumberText;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.CheckedDataset;
import org.vesalius.dataset.check.DatasetCheck;

/**
 * Whether numbers are such as no living human has, by their unit and the name of their column; or outside of what the
 * column's options {@value #LEAST} and {@value #GREATEST} say.
 */
final class ImpossibleValueCheck implements DatasetCheck {
    /** The option of a column of numbers that says which is the least possible. */
    static final String LEAST = "least";
    /** The option that says which is the greatest. */
    static final String GREATEST = "greatest";

    private static final List<Rule> RULES = List.of(
            new Rule("(years?|yrs?|y|a)?", "(^|.*[^a-z])age([^a-z].*|$)", new Range(0, 125)),
            new Rule("°c|deg ?c|celsius", ".*", new Range(10, 50)), new Rule("°f|deg ?f|fahrenheit", ".*", new Range(50, 122)),
            new Rule("mm ?hg", ".*(bp|blood.?pressure|systol|diastol).*", new Range(1, 400)),
            new Rule("%", ".*(sp?o2|sao2|fio2|saturation|h(a)?ematocrit|hct).*", new Range(0, 100)),
            new Rule("bpm|1?/min", ".*", new Range(0, 500)), new Rule("kg", ".*(weight|mass).*", new Range(0.1, 700)),
            new Rule("cm", ".*(height|stature|length).*", new Range(10, 280)),
            new Rule("[mµu]?g/d?l|m?mol/l|µmol/l|umol/l|i?u/l|meq/l", ".*", new Range(0, Double.POSITIVE_INFINITY)));

    /** What is possible, both ends included. */
    private record Range(double least, double greatest) {
        boolean holds(double value) {
            return value >= least && value <= greatest;
        }

        String text() {
            return greatest == Double.POSITIVE_INFINITY ? "below " + least : "outside " + least + " to " + greatest;
        }
    }

    private record Rule(Pattern unit, Pattern name, Range range) {
        Rule(String unit, String name, Range range) {
            this(Pattern.compile(unit), Pattern.compile(name), range);
        }

        boolean fits(Column column) {
            return unit.matcher(column.unit().toLowerCase(Locale.ROOT)).matches()
                    && name.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
        }
    }

    @Override
    public List<Problem> check(CheckedDataset data, Progress progress) {
        return data.dataset().columns().stream().filter(column -> column.type() == ColumnType.NUMBER)
                .flatMap(column -> range(column).flatMap(range -> check(data, column, range)).stream()).toList();
    }

    private static Optional<Range> range(Column column) {
        Optional<Range> known = RULES.stream().filter(rule -> rule.fits(column)).map(Rule::range).findFirst();
        double least = number(column, LEAST, known.map(Range::least).orElse(Double.NEGATIVE_INFINITY));
        double greatest = number(column, GREATEST, known.map(Range::greatest).orElse(Double.POSITIVE_INFINITY));
        return Optional.of(new Range(least, greatest))
                .filter(range -> range.least() > Double.NEGATIVE_INFINITY || range.greatest() < Double.POSITIVE_INFINITY);
    }

    private static double number(Column column, String option, double otherwise) {
        String text = column.option(option, "");
        return NumberText.isNumber(text) ? Double.parseDouble(text) : otherwise;
    }

    private static Optional<Problem> check(CheckedDataset data, Column column, Range range) {
        List<String> impossible = data.dataset().samples().stream()
                .filter(sample -> !sample.lacks(column) && NumberText.isNumber(sample.value(column)))
                .filter(sample -> !range.holds(Double.parseDouble(sample.value(column)))).map(Sample::id).toList();
        return impossible.isEmpty() ? Optional.empty() : Optional.of(Problem.warning("dataset.impossible", column.name(),
                impossible.size() + (impossible.size() == 1 ? " value" : " values") + " of '" + column.name() + "' can't be: "
                        + (impossible.size() == 1 ? "it is " : "they are ") + range.text()
                        + (column.unit().isEmpty() ? "" : " " + column.unit()) + "; the first is that of " + impossible.get(0) + ".",
                "A wrong unit, a slip of the pen, or a number that stands for 'unknown'. Correct them, or tell in dataset.json that"
                        + " they are missing; the column's options '" + LEAST + "' and '" + GREATEST + "' say what is possible.")
                .withSamples(impossible));
    }
}
