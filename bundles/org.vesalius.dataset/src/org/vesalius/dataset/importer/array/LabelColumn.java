// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.array;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.number.InvalidArrayException;
import org.vesalius.dataset.number.NpzFile;
import org.vesalius.dataset.number.NumberArray;

/**
 * Labels of samples, made of an array of numbers: few whole numbers are categories, others quantities.
 *
 * @param column what they are
 * @param values one a sample
 */
record LabelColumn(Column column, List<String> values) {
    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_COLUMNS = 1000;

    /**
     * The labels of an array; of one with two axes, one column for each place along the second.
     *
     * @param pieces the arrays of the subsets, in the order of the samples
     * @param names what the numbers 0, 1, 2 … stand for
     * @throws IOException if they can't be read
     */
    static List<LabelColumn> of(NpzFile zip, String name, List<String> pieces, Optional<String> names) throws IOException {
        List<float[]> rows = rows(zip, pieces);
        int width = rows.get(0).length;
        if (width > MOST_COLUMNS || rows.stream().anyMatch(row -> row.length != width)) {
            throw new InvalidArrayException("holds the labels '" + name + "' in more than " + MOST_COLUMNS
                    + " columns, or in different numbers of them");
        }
        List<LabelColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int place = i;
            float[] values = new float[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row)[place];
            }
            columns.add(of(width == 1 ? name : name + "_" + i, values, names));
        }
        return columns;
    }

    /** Numbers as texts, such as those of patients. */
    static List<String> texts(NpzFile zip, List<String> pieces) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            texts.addAll(zip.texts(piece));
        }
        return texts;
    }

    private static List<float[]> rows(NpzFile zip, List<String> pieces) throws IOException {
        List<float[]> rows = new ArrayList<>();
        for (String piece : pieces) {
            NumberArray array = zip.read(piece);
            int count = array.shape().length == 0 ? 0 : array.shape()[0];
            int width = count == 0 ? 0 : array.values().length / count;
            for (int row = 0; row < count; row++) {
                rows.add(Arrays.copyOfRange(array.values(), row * width, (row + 1) * width));
            }
        }
        if (rows.isEmpty() || rows.get(0).length == 0) {
            throw new InvalidArrayException("holds labels of no sample");
        }
        return rows;
    }

    private static LabelColumn of(String name, float[] values, Optional<String> names) {
        TreeSet<Float> distinct = new TreeSet<>();
        boolean whole = true;
        int known = 0;
        for (float value : values) {
            whole &= Float.isNaN(value) || value == Math.rint(value);
            known += Float.isNaN(value) ? 0 : 1;
            if (!Float.isNaN(value) && distinct.size() <= MOST_CATEGORIES) {
                distinct.add(value);
            }
        }
        List<String> texts = new ArrayList<>(values.length);
        if (!whole || known == 0 || distinct.size() > MOST_CATEGORIES || 2 * distinct.size() > known) {
            for (float value : values) {
                texts.add(Float.isNaN(value) ? "" : text(value));
            }
            return new LabelColumn(Column.number(name, ColumnRole.LABEL, ""), texts);
        }
        List<String> numbers = distinct.stream().map(LabelColumn::text).toList();
        List<String> categories = names.map(given -> named(given, distinct)).orElse(numbers);
        for (float value : values) {
            texts.add(Float.isNaN(value) ? "" : categories.get(names.isPresent() ? (int) value : numbers.indexOf(text(value))));
        }
        return new LabelColumn(Column.label(name, categories), texts);
    }

    private static List<String> named(String given, TreeSet<Float> numbers) {
        List<String> names = Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        if (numbers.first() < 0 || numbers.last() >= names.size() || names.stream().anyMatch(String::isEmpty)
                || names.stream().distinct().count() < names.size()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The labels go from " + text(numbers.first()) + " to "
                    + text(numbers.last()) + ", and " + names.size() + " categories are named.",
                    "Name a category for each of 0, 1, 2 …, all different, with commas between.");
        }
        return names;
    }

    private static String text(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Float.toString(value);
    }
}
