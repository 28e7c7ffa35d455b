// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.Locale;
import java.util.OptionalLong;

/** Counts and sizes as people read them. */
public final class Quantity {
    private static final String UNKNOWN = "not known";
    private static final String[] BYTES = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] THOUSANDS = {"", " k", " M", " G", " T", " P"};

    private Quantity() {
    }

    /** Returns a count with its thousands parted: 25,636,712. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a large count in short: 3.87 G. */
    public static String about(long number) {
        return scaled(number, 1000, THOUSANDS, "%.2f%s");
    }

    /** Returns a large count in short, or "not known". */
    public static String about(OptionalLong number) {
        return number.isPresent() ? about(number.getAsLong()) : UNKNOWN;
    }

    /** Returns a size in memory: 12.3 MiB. */
    public static String bytes(long count) {
        return scaled(count, 1024, BYTES, "%.1f %s");
    }

    /** Returns a size in memory, or "not known". */
    public static String bytes(OptionalLong count) {
        return count.isPresent() ? bytes(count.getAsLong()) : UNKNOWN;
    }

    private static String scaled(long number, int step, String[] units, String format) {
        double value = number;
        int unit = 0;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        boolean whole = unit == 0 || value >= 100;
        return String.format(Locale.ROOT, whole ? format.replaceFirst("\\.\\d", ".0") : format, value, units[unit]);
    }
}
