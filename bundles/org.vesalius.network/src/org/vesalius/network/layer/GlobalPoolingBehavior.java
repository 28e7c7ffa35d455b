// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.shape.Shape;

/** One number for each step of the last axis; the pooled axes stay with size 1 if that is asked for. */
final class GlobalPoolingBehavior extends OneInputBehavior<GlobalPooling> {
    GlobalPoolingBehavior() {
        super(GlobalPooling.class);
    }

    @Override
    protected Shape outputShape(GlobalPooling pool, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw new Complaint(pool).say("gets the vector " + input.display()
                    + " and has nothing to pool; remove it, or put it before the layer that makes the vector.",
                    "Global pooling keeps one number for each channel of an image or feature of a sequence.");
        }
        return pool.isKeepAxes() ? allPooled(input) : Shape.vector(input.last().size());
    }

    @Override
    public Optional<View> view(GlobalPooling layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    protected OptionalLong flops(GlobalPooling pool, Shape input, Shape output) {
        return input.elements();
    }

    private static Shape allPooled(Shape input) {
        Shape result = input;
        for (int axis = 0; axis < input.rank() - 1; axis++) {
            result = result.withSize(axis, 1);
        }
        return result;
    }
}
