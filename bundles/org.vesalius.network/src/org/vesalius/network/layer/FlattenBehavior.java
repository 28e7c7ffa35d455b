// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.Flatten;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** All numbers in one row, the last axis running fastest. */
final class FlattenBehavior extends OneInputBehavior<Flatten> {
    FlattenBehavior() {
        super(Flatten.class);
    }

    @Override
    protected Shape outputShape(Flatten flatten, Shape input) throws ShapeMismatch {
        long elements = input.elements().orElse(Axis.UNKNOWN);
        if (elements > Integer.MAX_VALUE) {
            throw TooLong.row(flatten, elements);
        }
        return Shape.vector((int) elements);
    }

    @Override
    protected OptionalLong flops(Flatten flatten, Shape input, Shape output) {
        return Flops.NONE;
    }
}
