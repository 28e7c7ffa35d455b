// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.regex.Pattern;

/** Numbers as people and programs write them, with a decimal point or a comma. */
final class NumberText {
    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d{1,3})?");

    private NumberText() {
        // functions only
    }

    /** Whether it is a number with a point or without one. */
    static boolean isNumber(String text) {
        return POINT.matcher(text).matches();
    }

    /** Whether it is a number with a comma or without one. */
    static boolean isNumberWithComma(String text) {
        return COMMA.matcher(text).matches();
    }

    /** The same number with a point. */
    static String withPoint(String text) {
        return text.replace(',', '.');
    }
}
