// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Shapes whose first axes get other sizes; an unknown size stays unknown. */
final class Resized {
    private Resized() {
    }

    /**
     * Computes the new size of each axis, the first ones first.
     *
     * @throws ShapeMismatch if nothing would be left of an axis, or it would get longer than any array
     */
    static Shape of(Layer layer, Shape input, List<LongUnaryOperator> sizes) throws ShapeMismatch {
        Shape result = input;
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (input.axes().get(axis).known()) {
                result = result.withSize(axis, checked(layer, input, axis, sizes.get(axis)));
            }
        }
        return result;
    }

    private static int checked(Layer layer, Shape input, int axis, LongUnaryOperator size) throws ShapeMismatch {
        long result = size.applyAsLong(input.size(axis));
        if (result < 1) {
            Axis old = input.axes().get(axis);
            throw new Complaint(layer).say("gets " + input.display() + " and cuts off all of its " + old.name()
                    + "; cut off less than " + old.size() + " there.",
                    "At least one step of each axis has to be left.");
        }
        return TooLong.checked(layer, result);
    }
}
