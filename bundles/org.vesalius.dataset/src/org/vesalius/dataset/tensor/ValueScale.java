// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;

/** What stored values 0…255 become for the network: a table, since there are only 256 of them. */
final class ValueScale {
    /** The column option that holds the factor, as a number or a fraction. */
    static final String OPTION = "scale";

    private static final String DEFAULT = "1/255";

    private final float[] table = new float[256];

    private ValueScale(double factor) {
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (i * factor);
        }
    }

    /**
     * The scale that a column asks for.
     *
     * @throws ReportedException if its option is no number
     */
    static ValueScale of(Column column) {
        String text = column.option(OPTION, DEFAULT);
        try {
            String[] parts = text.split("/", 2);
            double factor = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
            if (Double.isFinite(factor) && factor != 0) {
                return new ValueScale(factor);
            }
        } catch (NumberFormatException e) {
            throw invalid(column, text);
        }
        throw invalid(column, text);
    }

    private static ReportedException invalid(Column column, String text) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                "Column '" + column.name() + "' has the scale '" + text + "', which is no number.",
                "Write a number or a fraction such as 1/255 into the column's options in dataset.json.");
    }

    float of(byte stored) {
        return table[stored & 0xFF];
    }
}
