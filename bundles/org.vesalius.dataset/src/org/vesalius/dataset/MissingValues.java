// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a column says that a value is missing, and what a network gets in its place. What was not found out differs from
 * what was found to be negative, so nothing is filled in unless it is said here.
 *
 * @param marks texts that mean missing, beside the empty one, such as {@code ?} or {@code -9}; in a column of numbers
 *        they are compared as numbers, so that {@code 0} is {@code 0.0} as well
 * @param treatment what is done with samples whose value is missing
 * @param constant what takes its place with {@link Treatment#CONSTANT}, as it would be written in the column; empty
 *        otherwise
 * @param indicator whether a further input tells where the value was missing (1) and where it was there (0)
 */
public record MissingValues(List<String> marks, Treatment treatment, String constant, boolean indicator) {

    /** How people and programs often write that there is no value, whatever a column holds; in a lasting order. */
    public static final Set<String> USUAL = Collections.unmodifiableSet(new LinkedHashSet<>(
            List.of("?", "NA", "NaN", "nan", "N/A", "n/a", "#N/A", "null", "NULL")));

    /** A column in which only the empty value is missing, and nothing was decided. */
    public static final MissingValues UNDECIDED = new MissingValues(List.of(), Treatment.NONE, "", false);

    /** Copies the marks; a constant is there if, and only if, it is used. */
    public MissingValues {
        marks = marks.stream().filter(mark -> !mark.isEmpty()).distinct().toList();
        Objects.requireNonNull(treatment, "treatment");
        if ((treatment == Treatment.CONSTANT) == constant.isEmpty()) {
            throw new IllegalArgumentException(constant.isEmpty() ? "a constant for missing values is not given"
                    : "a value for missing ones is given, but the treatment is not 'constant'");
        }
    }

    /** These marks, and nothing decided. */
    public static MissingValues marked(List<String> marks) {
        return new MissingValues(marks, Treatment.NONE, "", false);
    }

    /** The same marks with another treatment, which takes no constant. */
    public MissingValues treated(Treatment other, boolean indicated) {
        return new MissingValues(marks, other, "", indicated);
    }

    /** The same marks with a constant in the place of missing values. */
    public MissingValues filled(String value, boolean indicated) {
        return new MissingValues(marks, Treatment.CONSTANT, value, indicated);
    }

    /**
     * Whether a value is missing.
     *
     * @param value the text in the column
     * @param numeric whether the column holds numbers
     */
    boolean isMissing(String value, boolean numeric) {
        if (value.isEmpty() || marks.isEmpty()) {
            return value.isEmpty();
        }
        return marks.contains(value) || numeric && marks.stream().anyMatch(mark -> sameNumber(mark, value));
    }

    private static boolean sameNumber(String mark, String value) {
        try {
            return Double.parseDouble(mark) == Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What is done with samples whose value is missing. */
    public enum Treatment {
        /** Nothing was decided: a network can't learn from such a column as an input; as a target the sample has none. */
        NONE("none"),
        /** The sample is not used. */
        LEAVE_OUT("leave-out"),
        /** A given value takes its place. */
        CONSTANT("constant"),
        /** The mean of the training part's values takes its place. */
        MEAN("mean"),
        /** The median of the training part's values takes its place. */
        MEDIAN("median"),
        /** The most frequent of the training part's values takes its place. */
        MODE("mode");

        private final String text;

        Treatment(String text) {
            this.text = text;
        }

        /** How this treatment is written in {@code dataset.json} and on the command line. */
        public String text() {
            return text;
        }

        /** Whether it needs numbers. */
        public boolean numeric() {
            return this == MEAN || this == MEDIAN;
        }
    }
}
