// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.NumberText;

/** How people write numbers: with a point or a comma before the decimals, and the other sign between thousands. */
enum NumberReading {
    /** As {@code 1234.5}. */
    POINT(NumberText::isNumber, '.', (char) 0),
    /** As {@code 1234,5}. */
    COMMA(NumberText::isNumberWithComma, ',', (char) 0),
    /** As {@code 1,234.5}. */
    POINT_GROUPED(new Grouped(',', '.').or(NumberText::isNumber), '.', ','),
    /** As {@code 1.234,5}. */
    COMMA_GROUPED(new Grouped('.', ',').or(NumberText::isNumberWithComma), ',', '.');

    private final Predicate<String> written;
    private final char decimal;
    private final char group;

    NumberReading(Predicate<String> written, char decimal, char group) {
        this.written = written;
        this.decimal = decimal;
        this.group = group;
    }

    /** Whether a text is a number written so. */
    boolean reads(String text) {
        return written.test(text);
    }

    /** The first way in which a text is a number. */
    static Optional<NumberReading> first(String text) {
        return Arrays.stream(values()).filter(reading -> reading.reads(text)).findFirst();
    }

    /** A number that is written so, with a point before its decimals and nothing between thousands. */
    String plain(String number) {
        return (group == 0 ? number : number.replace(String.valueOf(group), "")).replace(decimal, '.');
    }

    /** What the user is told where numbers are not written as this program does; empty where they are. */
    String words() {
        return switch (this) {
            case POINT -> "";
            case COMMA -> "has numbers with a decimal comma";
            case POINT_GROUPED -> "has numbers with commas between thousands: 1,234 is 1234";
            case COMMA_GROUPED -> "has numbers with points between thousands: 1.234 is 1234";
        };
    }

    /** A number with digits in groups of three: at least one sign between them, perhaps decimals behind. */
    private record Grouped(Pattern pattern) implements Predicate<String> {

        Grouped(char group, char decimal) {
            this(Pattern.compile("[+-]?[1-9]\\d{0,2}(" + Pattern.quote(String.valueOf(group)) + "\\d{3})+("
                    + Pattern.quote(String.valueOf(decimal)) + "\\d*)?"));
        }

        @Override
        public boolean test(String text) {
            return pattern.matcher(text).matches();
        }
    }
}

/** How many texts of a column can be read as numbers, and in which ways. */
final class NumberCounts {
    /** A sign and three digits. */
    private static final int GROUP = 4;

    private final int[] readable = new int[NumberReading.values().length];
    private int texts;
    private int withPoint;
    private int withComma;
    private int pointsOfGroups;
    private int commasOfGroups;

    /** Takes a text that is not missing; tells whether it is a number in some way. */
    boolean add(String text) {
        texts++;
        boolean point = text.indexOf('.') >= 0;
        boolean comma = text.indexOf(',') >= 0;
        withPoint += point ? 1 : 0;
        withComma += comma ? 1 : 0;
        boolean number = false;
        if (!comma && NumberText.isNumber(text)) {
            number = true;
            // nearly all numbers: most ways need not be tried
            count(NumberReading.POINT, true);
            count(NumberReading.POINT_GROUPED, true);
            count(NumberReading.COMMA, !point);
            boolean groups = point && text.length() - text.lastIndexOf('.') == GROUP && NumberReading.COMMA_GROUPED.reads(text);
            count(NumberReading.COMMA_GROUPED, !point || groups);
            pointsOfGroups += groups ? 1 : 0;
        } else {
            for (NumberReading reading : NumberReading.values()) {
                number |= count(reading, reading.reads(text));
            }
            pointsOfGroups += point && !comma && NumberReading.COMMA_GROUPED.reads(text) ? 1 : 0;
            commasOfGroups += comma && !point && NumberReading.POINT_GROUPED.reads(text) ? 1 : 0;
        }
        return number;
    }

    private boolean count(NumberReading reading, boolean reads) {
        readable[reading.ordinal()] += reads ? 1 : 0;
        return reads;
    }

    /** How many are numbers in the way that most are. */
    int most() {
        return Arrays.stream(readable).max().orElseThrow();
    }

    /** Whether all are numbers of this way. */
    boolean all(NumberReading reading) {
        return texts > 0 && readable[reading.ordinal()] == texts;
    }

    /** Whether all are numbers in some way. */
    boolean numbers() {
        return texts > 0 && most() == texts;
    }

    /** Whether each sign in these numbers may stand before decimals as well as between thousands. */
    boolean ambiguous() {
        return all(NumberReading.COMMA) && all(NumberReading.POINT_GROUPED) && withComma > 0 && commasOfGroups == withComma
                || all(NumberReading.POINT) && all(NumberReading.COMMA_GROUPED) && withPoint > 0
                        && pointsOfGroups == withPoint;
    }

    /** The way that most of them are written in; nothing where as many have a point as a comma and some may be either. */
    Optional<NumberReading> commonest() {
        int point = readable[NumberReading.POINT_GROUPED.ordinal()];
        int comma = readable[NumberReading.COMMA_GROUPED.ordinal()];
        if (point == comma && pointsOfGroups + commasOfGroups > 0) {
            return Optional.empty();
        }
        NumberReading plain = comma > point ? NumberReading.COMMA : NumberReading.POINT;
        NumberReading grouped = comma > point ? NumberReading.COMMA_GROUPED : NumberReading.POINT_GROUPED;
        return Optional.of(readable[plain.ordinal()] == readable[grouped.ordinal()] ? plain : grouped);
    }

    /** Which sign surely stands before the decimals of these numbers; nothing where that can't be told. */
    Optional<Character> decimalSign() {
        boolean point = all(NumberReading.POINT) || all(NumberReading.POINT_GROUPED);
        boolean comma = all(NumberReading.COMMA) || all(NumberReading.COMMA_GROUPED);
        return point == comma ? Optional.empty() : Optional.of(point ? '.' : ',');
    }

    /**
     * How these are read.
     *
     * @param decimal the sign before decimals in the table, where it is known
     */
    Optional<NumberReading> reading(Optional<Character> decimal) {
        List<NumberReading> order = decimal.filter(sign -> sign == ',').isPresent()
                ? List.of(NumberReading.COMMA, NumberReading.COMMA_GROUPED, NumberReading.POINT, NumberReading.POINT_GROUPED)
                : List.of(NumberReading.POINT, NumberReading.POINT_GROUPED, NumberReading.COMMA, NumberReading.COMMA_GROUPED);
        return order.stream().filter(this::all).findFirst();
    }
}

/** How the numbers of a table's columns are read. */
final class ColumnReadings {
    private final RawTable table;
    private Optional<Optional<Character>> sign;

    /**
     * @param told what the user said stands before decimals
     */
    ColumnReadings(RawTable table, Optional<Character> told) {
        this.table = table;
        sign = told.map(Optional::of);
    }

    /**
     * How the numbers of a column are read; nothing if there are none, or something else among them.
     *
     * @throws ReportedException if it can't be told whether commas stand between thousands or before decimals
     */
    Optional<NumberReading> of(String name, NumberCounts numbers) {
        if (!numbers.ambiguous()) {
            return numbers.reading(Optional.empty());
        }
        if (sign.isEmpty()) {
            sign = Optional.of(signOfOthers());
        }
        if (sign.get().isEmpty() && !numbers.all(NumberReading.POINT)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "In each number of '" + name + "' that has a comma, three"
                    + " digits follow it: they may be thousands or decimals.",
                    "Write numbers with a decimal point and nothing"
                            + " between thousands, or say in the import --decimal point if 1,234 is more than a thousand, or"
                            + " --decimal comma if it is a little more than one.");
        }
        return numbers.reading(sign.get());
    }

    /**
     * How the numbers of a column are read that may hold something else as well.
     *
     * @param missing whether a text says that there is no value
     * @throws ReportedException if it can't be told what stands before decimals
     */
    NumberReading amongOthers(int place, Predicate<String> missing) {
        NumberCounts numbers = new NumberCounts();
        for (int row = 0; row < table.size(); row++) {
            String text = table.text(place, row);
            if (NumberReading.first(text).isPresent() && !missing.test(text)) {
                numbers.add(text);
            }
        }
        String name = table.names().get(place);
        return (numbers.numbers() ? of(name, numbers) : numbers.commonest()).orElseThrow(() -> new ReportedException(
                ErrorKind.INVALID_INPUT, "Some numbers of '" + name + "' have a decimal point, as many have a decimal comma, and"
                        + " others may have either or stand for thousands.",
                "Write the numbers of a column in one way, at best with a decimal point and nothing between thousands."));
    }

    /** The sign before the decimals of the table's numbers; nothing where no column tells, or where columns differ. */
    private Optional<Character> signOfOthers() {
        List<Character> signs = IntStream.range(0, table.names().size()).boxed()
                .flatMap(column -> counts(column).decimalSign().stream()).distinct().toList();
        return signs.size() == 1 ? Optional.of(signs.get(0)) : Optional.empty();
    }

    private NumberCounts counts(int column) {
        NumberCounts counts = new NumberCounts();
        for (int row = 0; row < table.size(); row++) {
            String text = table.text(column, row);
            if (!text.isEmpty() && !ColumnFacts.isMark(text) && !counts.add(text)) {
                return new NumberCounts();
            }
        }
        return counts;
    }
}
