// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.prepare.Steps;
import org.vesalius.experiment.Encoding;

/**
 * A column of a binding, and how its values become numbers.
 *
 * @param column the column
 * @param encoding the encoding; never {@link Encoding#AUTO}
 * @param separator what stands between the labels of a cell
 */
public record BoundColumn(Column column, Encoding encoding, String separator) {
    /** No component may be null, and the encoding is a certain one. */
    public BoundColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(separator, "separator");
        if (encoding == Encoding.AUTO) {
            throw new IllegalArgumentException("the encoding of a bound column is decided");
        }
    }

    /** The same for an input: arrays whose last step is fitted to the training samples are standardised. */
    BoundColumn asPrepared() {
        return encoding == Encoding.ARRAY && Steps.byTraining(column)
                ? new BoundColumn(column, Encoding.STANDARDISED, separator) : this;
    }

    /** Whether its values are arrays: images, volumes, signals. */
    public boolean holdsArrays() {
        return encoding == Encoding.ARRAY || encoding == Encoding.MASK
                || encoding == Encoding.STANDARDISED && column.type().read();
    }

    /** The text of a sample in the column; empty where it is missing. */
    public String cell(Sample sample) {
        String cell = sample.value(column);
        return column.isMissing(cell) ? "" : cell;
    }

    /** Whether one more number of an input tells where a value is missing. */
    public boolean indicated() {
        return column.missing().indicator() && !holdsArrays();
    }

    /** How many numbers a value becomes in an input, that which tells that it is missing among them; 0 for arrays. */
    public int width() {
        return names().size() + (indicated() ? 1 : 0);
    }

    /** What the numbers of a value stand for. */
    public List<String> names() {
        if (holdsArrays()) {
            return List.of();
        }
        List<String> categories = column.categories();
        return switch (encoding) {
            case ONE_HOT, MULTI_LABEL -> categories;
            case ORDERED -> categories.subList(Math.min(1, categories.size()), categories.size());
            default -> List.of(column.name());
        };
    }
}
