// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.Objects;
import org.vesalius.dataset.Column;
import org.vesalius.network.Output;
import org.vesalius.network.shape.Shape;

/**
 * An output of the network and the column it is compared with.
 *
 * @param layer the Output layer
 * @param shape the shape of what it says about one sample
 * @param column the column
 */
public record BoundOutput(Output layer, Shape shape, Column column) {
    /** No component may be null. */
    public BoundOutput {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(column, "column");
    }

    /** Number of values it says about one sample: 1 for two categories or a number, otherwise one for each category. */
    public int units() {
        return shape.last().size();
    }
}
