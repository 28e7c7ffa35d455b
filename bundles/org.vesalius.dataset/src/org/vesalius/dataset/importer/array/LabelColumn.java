// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpzFile;

/**
 * Labels of samples, made of an array of numbers: few whole numbers are categories, others quantities.
 *
 * @param column what they are
 * @param values one a sample
 */
record LabelColumn(Column column, List<String> values) {
    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_COLUMNS = 1000;
    private static final Pattern WHOLE = Pattern.compile("(-?\\d+)?");

    /**
     * The labels of an array; of one with two axes, one column for each place along the second.
     *
     * @param pieces the arrays of the subsets, in the order of the samples
     * @param names what the numbers 0, 1, 2 … stand for
     * @throws IOException if they can't be read
     */
    static List<LabelColumn> of(NpzFile zip, String name, List<String> pieces, Optional<String> names) throws IOException {
        List<List<String>> rows = rows(zip, pieces);
        int width = rows.get(0).size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new InvalidArrayException("holds the labels '" + name + "' in different numbers of columns");
        }
        List<LabelColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int place = i;
            columns.add(of(width == 1 ? name : name + "_" + i, rows.stream().map(row -> row.get(place)).toList(), names));
        }
        return columns;
    }

    /** Numbers as texts, such as those of patients; of several a sample, the first. */
    static List<String> texts(NpzFile zip, List<String> pieces) throws IOException {
        return rows(zip, pieces).stream().map(row -> row.get(0)).toList();
    }

    private static List<List<String>> rows(NpzFile zip, List<String> pieces) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String piece : pieces) {
            rows.addAll(zip.texts(piece, MOST_COLUMNS));
        }
        if (rows.isEmpty()) {
            throw new InvalidArrayException("holds labels of no sample");
        }
        return rows;
    }

    private static LabelColumn of(String name, List<String> values, Optional<String> names) throws InvalidArrayException {
        TreeSet<BigDecimal> distinct = new TreeSet<>();
        boolean whole = true;
        int known = 0;
        for (String value : values) {
            if (value.endsWith("Infinity")) {
                throw new InvalidArrayException("holds an infinite number in '" + name + "', which is no label");
            }
            whole &= WHOLE.matcher(value).matches();
            known += value.isEmpty() ? 0 : 1;
            if (!value.isEmpty() && distinct.size() <= MOST_CATEGORIES) {
                distinct.add(new BigDecimal(value));
            }
        }
        if (!whole || known == 0 || distinct.size() > MOST_CATEGORIES || 2 * distinct.size() > known) {
            return new LabelColumn(Column.number(name, ColumnRole.LABEL, ""), values);
        }
        List<String> numbers = distinct.stream().map(BigDecimal::toPlainString).toList();
        List<String> categories = names.map(given -> named(given, distinct)).orElse(numbers);
        List<String> texts = values.stream().map(value -> value.isEmpty() ? ""
                : categories.get(names.isPresent() ? Integer.parseInt(value) : numbers.indexOf(value))).toList();
        return new LabelColumn(Column.label(name, categories), texts);
    }

    private static List<String> named(String given, TreeSet<BigDecimal> numbers) {
        List<String> names = Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        if (numbers.first().signum() < 0 || numbers.last().compareTo(BigDecimal.valueOf(names.size())) >= 0
                || names.stream().anyMatch(String::isEmpty) || names.stream().distinct().count() < names.size()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The labels go from " + numbers.first() + " to "
                    + numbers.last() + ", and " + names.size() + " categories are named.",
                    "Name a category for each of 0, 1, 2 …, all different, with commas between.");
        }
        return names;
    }
}
