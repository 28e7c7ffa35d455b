// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vesalius.experiment.Encoding;

/** Turns the cells of one column into numbers. Immutable. */
public final class CellCode {
    private final FittedColumn column;
    private final Encoding encoding;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param column what is known of the column */
    public CellCode(FittedColumn column) {
        this.column = column;
        this.encoding = Encoding.get(column.encoding());
        List<String> categories = column.categories();
        for (int i = 0; i < categories.size(); i++) {
            numbers.put(categories.get(i), i);
        }
    }

    /** How many numbers a cell becomes, that which marks a missing one among them. */
    public int width() {
        return values() + (column.indicator() ? 1 : 0);
    }

    /**
     * Encodes a cell; what stands in for missing ones is used.
     *
     * @param cell the text; empty where it is missing
     * @param numbers gets {@link #width} numbers; they are 0 before
     * @param offset where they begin
     * @return whether the numbers are known; they are left as they are otherwise
     */
    public boolean encode(String cell, float[] numbers, int offset) {
        boolean missing = cell.isEmpty();
        boolean known = encodeKnown(missing ? column.fill() : cell, numbers, offset);
        if (column.indicator() && missing) {
            numbers[offset + values()] = 1;
        }
        return known;
    }

    /** Encodes a cell of a target: nothing ever stands in for a missing truth. */
    public boolean encodeTruth(String cell, float[] numbers, int offset) {
        return encodeKnown(cell, numbers, offset);
    }

    private int values() {
        return switch (encoding) {
            case ONE_HOT, MULTI_LABEL -> numbers.size();
            case ORDERED -> Math.max(0, numbers.size() - 1);
            default -> 1;
        };
    }

    private boolean encodeKnown(String cell, float[] target, int offset) {
        if (cell.isEmpty()) {
            return false;
        }
        return switch (encoding) {
            case MULTI_LABEL -> encodeLabels(cell, target, offset);
            case ONE_HOT, ORDERED, INDEX, EVENT -> encodeCategory(cell, target, offset);
            default -> encodeNumber(cell, target, offset);
        };
    }

    private boolean encodeNumber(String cell, float[] target, int offset) {
        double number = measured(encoding, number(cell));
        target[offset] = Double.isNaN(number) ? 0 : (float) ((number - column.mean()) / column.deviation());
        return !Double.isNaN(number);
    }

    private boolean encodeCategory(String cell, float[] target, int offset) {
        Integer category = numbers.get(cell);
        if (category == null) {
            return numbers.isEmpty() && encodeNumber(cell, target, offset);
        }
        switch (encoding) {
            case ONE_HOT -> target[offset + category] = 1;
            case ORDERED -> Arrays.fill(target, offset, offset + category, 1);
            default -> target[offset] = category;
        }
        return true;
    }

    private boolean encodeLabels(String cell, float[] target, int offset) {
        List<Integer> found = new ArrayList<>();
        for (String label : Labels.of(cell, column.separator())) {
            Integer number = numbers.get(label);
            if (number == null) {
                return false;
            }
            found.add(number);
        }
        found.forEach(number -> target[offset + number] = 1);
        return true;
    }

    /** What the mean and the deviation are of: the number, or ln(1 + number); NaN where it has no such logarithm. */
    static double measured(Encoding encoding, double number) {
        if (encoding != Encoding.LOG_STANDARDISED) {
            return number;
        }
        return number < 0 ? Double.NaN : StrictMath.log1p(number);
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            // as if it were missing
            return Double.NaN;
        }
    }
}

/** The labels of a cell that holds several. */
final class Labels {
    private Labels() {
    }

    /** The labels, without spaces around them; none where the cell holds the separator alone. */
    static List<String> of(String cell, String separator) {
        if (separator.isEmpty()) {
            return List.of(cell);
        }
        return Arrays.stream(cell.split(Pattern.quote(separator))).map(String::strip).filter(label -> !label.isEmpty())
                .toList();
    }
}
