// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.sequence;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write times and durations, as seconds. */
public final class TimeText {
    private static final Pattern CLOCK = Pattern.compile("(-?)(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d+)?))?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern DURATION = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)\\s*(ms|s|min|h|d)");
    private static final DateTimeFormatter CLOCK_OF_DAY = new DateTimeFormatterBuilder()
            .optionalStart().appendPattern("['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd()
            .optionalStart().appendOffsetId().optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().appendPattern("uuuu[-][/]MM[-][/]dd")
            .append(CLOCK_OF_DAY).toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY_FIRST = new DateTimeFormatterBuilder().appendPattern("d.M.uuuu")
            .append(CLOCK_OF_DAY).toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Units of durations, the largest first. */
    private enum Unit {
        D(86_400), H(3600), MIN(60), S(1), MS(1e-3);

        private final double seconds;

        Unit(double seconds) {
            this.seconds = seconds;
        }
    }

    private TimeText() {
    }

    /**
     * A time.
     *
     * @param text {@code 30:15} (hours and minutes), {@code 30:15:20}, a number, or a date such as
     *        {@code 2012-01-31 12:00}, {@code 2012-01-31T12:00:00+01:00} or {@code 31.1.2012 12:00}; without an offset
     *        that of UTC counts
     * @param unit seconds that a mere number counts
     * @return seconds from midnight, from 0 or from 1970; empty if it is no time
     */
    public static OptionalDouble seconds(String text, double unit) {
        if (text.length() > 64) {
            return OptionalDouble.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            double seconds = clock.group(4) == null ? 0 : Double.parseDouble(clock.group(4));
            double time = 3600.0 * Integer.parseInt(clock.group(2)) + 60.0 * Integer.parseInt(clock.group(3)) + seconds;
            return OptionalDouble.of(clock.group(1).isEmpty() ? time : -time);
        }
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text) * unit;
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        return date(text);
    }

    private static OptionalDouble date(String text) {
        if (!isDate(text)) {
            return OptionalDouble.empty();
        }
        try {
            TemporalAccessor parsed = (text.charAt(2) == '.' || text.charAt(1) == '.' ? DAY_FIRST : DATE).parse(text);
            LocalDateTime time = LocalDateTime.from(parsed);
            ZoneOffset offset = Objects.requireNonNullElse(parsed.query(TemporalQueries.offset()), ZoneOffset.UTC);
            return OptionalDouble.of(time.toEpochSecond(offset) + time.getNano() * 1e-9);
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether a time looks like a date, so that its sequences begin with their first measurement. */
    public static boolean isDate(String text) {
        return text.matches("(\\d{4}([-/]\\d{2}[-/]\\d{2}|\\d{4}[T ])|\\d{1,2}\\.\\d{1,2}\\.\\d{4}).*");
    }

    /** Whether a number looks like a day without signs between year, month and day: 20120131. */
    public static boolean isDayWithoutSigns(String text) {
        return text.matches("(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    }

    /**
     * A duration above 0: a number and one of ms, s, min, h, d.
     *
     * @return seconds; empty if it is none
     */
    public static OptionalDouble duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(matcher.group(1))
                * Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)).seconds;
        return seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /** Seconds in the largest unit that makes a whole number of them: {@code 2 h}, {@code 90 min}, {@code 2.5 s}. */
    public static String text(double seconds) {
        for (Unit unit : Unit.values()) {
            double number = seconds / unit.seconds;
            if (number >= 1 && number == Math.rint(number)) {
                return String.format(Locale.ROOT, "%.0f %s", number, unit.name().toLowerCase(Locale.ROOT));
            }
        }
        return seconds + " s";
    }
}
