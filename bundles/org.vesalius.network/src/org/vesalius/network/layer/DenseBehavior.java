// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Dense;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/** A vector in, a vector of {@code units} out; {@code units·(inputs + 1)} weights. */
final class DenseBehavior extends OneInputBehavior<Dense> {
    DenseBehavior() {
        super(Dense.class);
    }

    @Override
    protected Shape outputShape(Dense dense, Shape input) throws ShapeMismatch {
        Wants.vector(dense, input);
        return Shape.vector(dense.getUnits());
    }

    @Override
    protected ParameterCount parameters(Dense dense, Shape input) {
        int bias = dense.isUseBias() ? 1 : 0;
        return ParameterCount.trainable(Saturated.times(dense.getUnits(), (long) input.size(0) + bias));
    }
}
