// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.shape.Shape;

/** A vector in, a sequence out in which each step is that vector. */
final class RepeatVectorBehavior extends OneInputBehavior<RepeatVector> {
    RepeatVectorBehavior() {
        super(RepeatVector.class);
    }

    @Override
    protected Shape outputShape(RepeatVector repeat, Shape input) throws ShapeMismatch {
        Wants.row(repeat, input);
        return Shape.sequence(repeat.getTimes(), input.size(0));
    }

    @Override
    protected OptionalLong flops(RepeatVector repeat, Shape input, Shape output) {
        return Flops.NONE;
    }
}
