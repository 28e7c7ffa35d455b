// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.vesalius.dicom.data.Vr;

/**
 * Dates put back by some days (PS3.5, 6.2: DA, DT and TM). Times of the day stay.
 *
 * @param days how many
 */
record ShiftedDates(int days) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int DIGITS = 8;

    /** A value; empty if it is no date, and nothing can be said of it. */
    Optional<String> of(String value, Vr vr) {
        if (value.isEmpty() || vr == Vr.TM) {
            return Optional.of(value);
        }
        if (vr == Vr.DA) {
            return day(value.replaceAll("(\\d{4})\\.(\\d{2})\\.(\\d{2})", "$1$2$3"));
        }
        int digits = 0;
        while (digits < Math.min(DIGITS, value.length()) && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        String whole = value.substring(0, digits);
        if (digits != 4 && digits != 6 && digits != DIGITS) {
            return Optional.empty();
        }
        // a year or a month alone begins with its first day
        int precision = digits;
        return day((whole + "0101").substring(0, DIGITS)).map(day -> day.substring(0, precision) + value.substring(precision));
    }

    private Optional<String> day(String text) {
        try {
            return Optional.of(DAY.format(LocalDate.parse(text, DAY).minusDays(days)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
