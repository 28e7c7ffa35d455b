// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.binding;

import java.util.Objects;
import org.vesalius.dataset.Column;
import org.vesalius.network.Input;
import org.vesalius.network.shape.Shape;

/**
 * An input of the network and the column that feeds it.
 *
 * @param layer the Input layer
 * @param shape the shape of one sample
 * @param column the column
 */
public record BoundInput(Input layer, Shape shape, Column column) {
    /** No component may be null. */
    public BoundInput {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(column, "column");
    }
}
