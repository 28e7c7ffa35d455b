// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What is known about one layer.
 *
 * @param shape the shape of one sample of its result
 * @param parameters how many numbers it learns or keeps
 * @param weights the arrays these numbers are in
 * @param flops operations for one sample in use, a multiplication with addition counted as two; empty while a size is
 *     not known
 */
public record LayerFacts(Shape shape, ParameterCount parameters, List<WeightSpec> weights, OptionalLong flops) {

    /** Copies the list. */
    public LayerFacts {
        weights = List.copyOf(weights);
    }
}
