// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them, with a decimal point or a comma. What Java takes for a number beyond that
 * is none here: {@code NaN}, {@code Infinity}, {@code 1d}, and what no double holds, such as {@code 1e999}.
 */
public final class NumberText {
    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d{1,3})?");
    /** Without an exponent no number of so few digits is too large. */
    private static final int SURELY_FINITE = 300;

    private NumberText() {
        // functions only
    }

    /** Whether it is a number with a point or without one. */
    public static boolean isNumber(String text) {
        return isPlain(text) || POINT.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /** Digits with or without a sign and one point, as nearly all numbers are written; found out far faster than parsed. */
    private static boolean isPlain(String text) {
        int digits = 0;
        int points = 0;
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return digits > 0 && digits < SURELY_FINITE && points <= 1;
    }

    /** Whether it is a number with a comma or without one. */
    public static boolean isNumberWithComma(String text) {
        return COMMA.matcher(text).matches() && Double.isFinite(Double.parseDouble(withPoint(text)));
    }

    /** The same number with a point. */
    public static String withPoint(String text) {
        return text.replace(',', '.');
    }
}
