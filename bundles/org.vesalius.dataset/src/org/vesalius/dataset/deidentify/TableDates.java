// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which way the dates of a column are written: that in which all of them can be read. Times of the day after them stay. */
final class TableDates {
    private static final List<String> PATTERNS = List.of("uuuu-MM-dd", "uuuu/MM/dd", "uuuu.MM.dd", "uuuuMMdd", "d.M.uuuu",
            "d.M.uu", "d-MMM-uuuu", "d-MMM-uu", "d/M/uuuu", "M/d/uuuu", "d-M-uuuu", "M-d-uuuu", "d/M/uu", "M/d/uu");
    /** What looks like a date within a text, be it one of the calendar or not. */
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("(?<![\\d.])(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
            + "|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})"
            + "|(18|19|20|21)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(\\d{4}|\\d{6}(\\.\\d+)?)?)(?!\\d|\\.\\d)"
            + "|(?<![a-z])(jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*[ .,'-]*(\\d{1,2}[ .,-]+)?\\d{2,4}(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME_OF_DAY = Pattern.compile("( +|T)([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?( ?[ap]m)?"
            + "( ?(Z|UTC|GMT)| ?[+-]\\d{2}(:?\\d{2})?)?|T([01]\\d|2[0-3])[0-5]\\d([0-5]\\d([.,]\\d+)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Integer> counts = new HashMap<>();
    private int seen;
    private boolean holdsOne;

    /** Looks at a further date. */
    void see(String value) {
        seen++;
        holdsOne = holdsOne || LOOKS_LIKE_ONE.matcher(value).find();
        PATTERNS.stream().filter(pattern -> parsed(value, pattern).isPresent()).forEach(pattern -> counts.merge(pattern, 1, Integer::sum));
    }

    /** Whether all that were seen are dates. */
    boolean areDates() {
        return seen > 0 && counts.containsValue(seen);
    }

    /** Whether any that was seen is a date or holds one. */
    boolean holdDates() {
        return holdsOne;
    }

    /** Whether it isn't clear which number is the day and which the month. */
    boolean ambiguous() {
        int most = most();
        return counts.values().stream().filter(count -> count == most).count() > 1;
    }

    private int most() {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** A date so many days earlier, written likewise; empty if it isn't written as most are. */
    Optional<String> shifted(String value, int days) {
        int most = most();
        String date = date(value);
        return PATTERNS.stream().filter(pattern -> counts.getOrDefault(pattern, 0) == most && most > 0).findFirst()
                .flatMap(pattern -> parsed(value, pattern)
                        .map(day -> formatter(date.length() == padded(pattern).length() ? padded(pattern) : pattern)
                                .format(day.minusDays(days))))
                .map(shifted -> shifted + value.substring(date.length()));
    }

    private static String padded(String pattern) {
        return pattern.contains("MMM") || pattern.startsWith("uuuu") ? pattern : pattern.replace("d", "dd").replace("M", "MM");
    }

    private static String date(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) != ' ' && !beginsTime(value, end)) {
            end++;
        }
        return value.substring(0, end);
    }

    /** Not so the T of a month. */
    private static boolean beginsTime(String value, int at) {
        return value.charAt(at) == 'T' && at > 0 && Character.isDigit(value.charAt(at - 1));
    }

    private static Optional<LocalDate> parsed(String value, String pattern) {
        String date = date(value);
        String rest = value.substring(date.length());
        if (!rest.isEmpty() && !TIME_OF_DAY.matcher(rest).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date, formatter(pattern)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
