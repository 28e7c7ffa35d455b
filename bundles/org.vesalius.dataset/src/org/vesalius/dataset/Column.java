// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of one column of a data set.
 *
 * @param name the heading in {@code samples.csv}, unique in the data set, not empty
 * @param type what the values are
 * @param role what the column is for
 * @param unit what numbers count, such as {@code mmHg}; empty where there is none or it isn't known
 * @param reader id of the {@link org.vesalius.dataset.reader.ColumnReader} that turns values into arrays; empty for
 *        columns that hold their values themselves
 * @param options settings of the reader and of the preprocessing, sorted by name
 * @param categories the values a category column may have, in the order of their numbers 0, 1, …; for a label of two,
 *        the second is the positive one
 * @param missing which values are missing, and what is done about them
 */
public record Column(String name, ColumnType type, ColumnRole role, String unit, String reader,
        Map<String, String> options, List<String> categories, MissingValues missing) {

    /** The option of columns whose cells hold several values: what stands between them. */
    public static final String SEPARATOR = "separator";

    /** Copies options and categories; no component may be null. */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(missing, "missing");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column has no name");
        }
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        categories = List.copyOf(categories);
        if (categories.size() != categories.stream().distinct().count()) {
            throw new IllegalArgumentException("column '" + name + "' lists a category twice");
        }
        if (missing.treatment().numeric() && type != ColumnType.NUMBER) {
            throw new IllegalArgumentException("column '" + name + "' holds no numbers, so it has no "
                    + missing.treatment().text());
        }
        if (missing.treatment() == MissingValues.Treatment.CONSTANT
                && !mayHold(missing.constant(), type, options.getOrDefault(SEPARATOR, ""), categories)) {
            throw new IllegalArgumentException("the value for missing ones of column '" + name + "' is "
                    + (type == ColumnType.NUMBER ? "no number with a decimal point" : "none of its categories"));
        }
    }

    private static boolean mayHold(String value, ColumnType type, String separator, List<String> categories) {
        return switch (type) {
            case NUMBER -> NumberText.isNumber(value);
            case CATEGORY -> categories.contains(value);
            case TEXT -> separator.isEmpty() || Stream.of(value.split(Pattern.quote(separator))).map(String::strip)
                    .allMatch(label -> label.isEmpty() || categories.contains(label));
            case IMAGE, ARRAY -> true;
        };
    }

    /** A column without a unit in which nothing was decided about missing values. */
    public Column(String name, ColumnType type, ColumnRole role, String reader, Map<String, String> options,
            List<String> categories) {
        this(name, type, role, "", reader, options, categories, MissingValues.UNDECIDED);
    }

    /** A column of images that goes into a network. */
    public static Column image(String name, String reader, Map<String, String> options) {
        return new Column(name, ColumnType.IMAGE, ColumnRole.INPUT, reader, options, List.of());
    }

    /** A column that says which of these categories a sample is of. */
    public static Column label(String name, List<String> categories) {
        return category(name, ColumnRole.LABEL, categories);
    }

    /** A column of one of these categories in this role. */
    public static Column category(String name, ColumnRole role, List<String> categories) {
        return new Column(name, ColumnType.CATEGORY, role, "", Map.of(), categories);
    }

    /** A column of text in this role. */
    public static Column text(String name, ColumnRole role) {
        return new Column(name, ColumnType.TEXT, role, "", Map.of(), List.of());
    }

    /** A column of numbers in this role. */
    public static Column number(String name, ColumnRole role, String unit) {
        return new Column(name, ColumnType.NUMBER, role, unit, "", Map.of(), List.of(), MissingValues.UNDECIDED);
    }

    /** The same column in another role. */
    public Column in(ColumnRole other) {
        return new Column(name, type, other, unit, reader, options, categories, missing);
    }

    /** The same column with other missing values. */
    public Column with(MissingValues other) {
        return new Column(name, type, role, unit, reader, options, categories, other);
    }

    /** The same column with other settings of the reader and the preprocessing. */
    public Column with(Map<String, String> otherOptions) {
        return new Column(name, type, role, unit, reader, otherOptions, categories, missing);
    }

    /** The option of this name, or the given value where it is not set. */
    public String option(String option, String fallback) {
        return options.getOrDefault(option, fallback);
    }

    /**
     * What stands between the values of a cell that holds several, each one of the categories; empty where a cell holds
     * one. A cell of this alone holds none, which differs from a missing one.
     */
    public String separator() {
        // readers of files have options of their own, and one may be called so too
        return type.read() ? "" : option(SEPARATOR, "");
    }

    /** Whether this text says that the value is missing. */
    public boolean isMissing(String value) {
        return missing.isMissing(value, type == ColumnType.NUMBER);
    }
}
