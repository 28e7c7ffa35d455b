// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.shape.Shape;

/** Time×features in, the features of the last step out. */
final class LastTimeStepBehavior extends OneInputBehavior<LastTimeStep> {
    LastTimeStepBehavior() {
        super(LastTimeStep.class);
    }

    @Override
    protected Shape outputShape(LastTimeStep layer, Shape input) throws ShapeMismatch {
        Wants.sequence(layer, input);
        return Shape.vector(input.last().size());
    }

    @Override
    protected OptionalLong flops(LastTimeStep layer, Shape input, Shape output) {
        return Flops.NONE;
    }
}
