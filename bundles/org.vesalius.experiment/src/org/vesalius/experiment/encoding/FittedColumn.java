// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.List;
import java.util.Objects;

/**
 * How the cells of one column become numbers, with all that was taken from the training samples.
 *
 * @param column name of the column
 * @param encoding literal of its {@link org.vesalius.experiment.Encoding}
 * @param mean what is taken off a standardised number
 * @param deviation what a standardised number is divided by
 * @param categories the categories or labels in the order of their numbers
 * @param separator what stands between the labels of a cell
 * @param fill the cell that stands in for a missing one; empty where nothing does
 * @param indicator whether one more number says that the cell is missing
 * @param bounds the ends of the intervals of time of discrete hazards; empty for all else
 */
public record FittedColumn(String column, String encoding, double mean, double deviation, List<String> categories,
        String separator, String fill, boolean indicator, List<Double> bounds) {
    /** Copies the lists; what a file lacks is as if nothing were fitted. */
    public FittedColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(encoding, "encoding");
        categories = categories == null ? List.of() : List.copyOf(categories);
        separator = Objects.requireNonNullElse(separator, "");
        fill = Objects.requireNonNullElse(fill, "");
        bounds = bounds == null ? List.of() : List.copyOf(bounds);
        deviation = deviation == 0 ? 1 : deviation;
    }

    /** A standardised number in the unit of the column again. */
    public double restored(double value) {
        return value * deviation + mean;
    }
}
