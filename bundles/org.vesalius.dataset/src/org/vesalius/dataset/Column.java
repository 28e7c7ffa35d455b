// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is known of one column of a data set.
 *
 * @param name the heading in {@code samples.csv}, unique in the data set, not empty
 * @param type what the values are
 * @param role what the column is for
 * @param reader id of the {@link org.vesalius.dataset.reader.ImageReader} that turns values into images; empty for
 *        columns that hold their values themselves
 * @param options settings of the reader and of the preprocessing, sorted by name
 * @param categories the values a category column may have, in the order of their numbers 0, 1, …; for a label of two,
 *        the second is the positive one
 */
public record Column(String name, ColumnType type, ColumnRole role, String reader, Map<String, String> options,
        List<String> categories) {

    /** Copies options and categories; no component may be null. */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(reader, "reader");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column has no name");
        }
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        categories = List.copyOf(categories);
        if (categories.size() != categories.stream().distinct().count()) {
            throw new IllegalArgumentException("column '" + name + "' lists a category twice");
        }
    }

    /** A column of images that goes into a network. */
    public static Column image(String name, String reader, Map<String, String> options) {
        return new Column(name, ColumnType.IMAGE, ColumnRole.INPUT, reader, options, List.of());
    }

    /** A column that says which of these categories a sample is of. */
    public static Column label(String name, List<String> categories) {
        return new Column(name, ColumnType.CATEGORY, ColumnRole.LABEL, "", Map.of(), categories);
    }

    /** A column of text in this role. */
    public static Column text(String name, ColumnRole role) {
        return new Column(name, ColumnType.TEXT, role, "", Map.of(), List.of());
    }

    /** The option of this name, or the given value where it is not set. */
    public String option(String option, String fallback) {
        return options.getOrDefault(option, fallback);
    }
}
