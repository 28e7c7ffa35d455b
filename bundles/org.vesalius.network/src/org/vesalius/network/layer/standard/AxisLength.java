// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Lengths of axes that layers change: at least one step, and no more than an array can hold. */
final class AxisLength {
    private AxisLength() {
    }

    /** The length of an axis, if it can be one. */
    static int checked(Layer layer, long length) throws ShapeMismatch {
        if (length > Integer.MAX_VALUE) {
            throw tooLong(layer, length);
        }
        return (int) length;
    }

    static ShapeMismatch tooLong(Layer layer, long length) {
        return new ShapeMismatchBuilder(layer).say(String.format(Locale.ROOT,
                "would make a row of %,d numbers; shrink the data before it, for instance by pooling.", length),
                String.format(Locale.ROOT, "An axis holds at most %,d numbers, and memory ends long before that.",
                        Integer.MAX_VALUE));
    }

    /**
     * A shape whose first axes get other sizes; an unknown size stays unknown.
     *
     * @throws ShapeMismatch if nothing would be left of an axis, or it would get longer than any array
     */
    static Shape changed(Layer layer, Shape input, List<LongUnaryOperator> sizes) throws ShapeMismatch {
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
            throw new ShapeMismatchBuilder(layer).say("gets " + input.display() + " and cuts off all of its " + old.name()
                    + "; cut off less than " + old.size() + " there.",
                    "At least one step of each axis has to be left.");
        }
        return checked(layer, result);
    }
}
