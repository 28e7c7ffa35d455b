// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Locale;

/** What the values of a column are. */
public enum ColumnType {
    /** An image: the value is what the column's reader understands, usually a path below the data set's root. */
    IMAGE,
    /** An array of numbers, such as a volume or a signal: the value is what the column's reader understands, likewise. */
    ARRAY,
    /** One of the categories that the column lists. */
    CATEGORY,
    /** A decimal number with a point; empty where it is missing. */
    NUMBER,
    /** Anything else. */
    TEXT;

    /** Whether the values are turned into arrays by the column's reader. */
    public boolean read() {
        return this == IMAGE || this == ARRAY;
    }

    /** How this type is written in {@code dataset.json}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
