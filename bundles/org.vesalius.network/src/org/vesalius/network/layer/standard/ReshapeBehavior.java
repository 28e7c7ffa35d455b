// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Reshape;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** The same numbers in the same order under other axes; one size may be left to be worked out. */
final class ReshapeBehavior extends OneInputBehavior<Reshape> {
    private static final String RULE = "Reshape moves no number: the product of the sizes has to stay the same. One"
            + " size may be ?; it is what remains.";

    ReshapeBehavior() {
        super(Reshape.class);
    }

    @Override
    protected Shape outputShape(Reshape reshape, Shape input) throws ShapeMismatch {
        Shape wanted = reshape.getShape();
        if (wanted == null) {
            throw new ShapeMismatchBuilder(reshape).say("has no shape; write the new sizes, such as 7x7x64.", RULE);
        }
        int open = open(reshape, wanted);
        OptionalLong numbers = input.elements();
        if (numbers.isEmpty()) {
            return wanted;
        }
        long given = (open < 0 ? wanted : wanted.withSize(open, 1)).elements().orElseThrow();
        long rest = numbers.getAsLong() / given;
        if (rest * given != numbers.getAsLong() || open < 0 && rest != 1) {
            throw mismatch(reshape, input, wanted);
        }
        return open < 0 ? wanted : wanted.withSize(open, AxisLength.checked(reshape, rest));
    }

    @Override
    public Optional<View> view(Reshape layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    protected OptionalLong flops(Reshape reshape, Shape input, Shape output) {
        return Flops.NONE;
    }

    /** The axis whose size is what remains, or -1 if all sizes are given. */
    private static int open(Reshape reshape, Shape wanted) throws ShapeMismatch {
        long unknown = wanted.axes().stream().filter(axis -> !axis.known()).count();
        if (unknown > 1) {
            throw new ShapeMismatchBuilder(reshape).say("has the shape " + wanted.display()
                    + ", in which several sizes are open; leave one ? at most.", RULE);
        }
        return wanted.axes().stream().map(Axis::known).toList().indexOf(false);
    }

    private static ShapeMismatch mismatch(Reshape reshape, Shape input, Shape wanted) {
        long numbers = input.elements().orElse(0);
        ShapeMismatchBuilder mismatch = new ShapeMismatchBuilder(reshape);
        for (int axis = 0; axis < wanted.rank(); axis++) {
            if (numbers % others(wanted, axis) == 0) {
                Shape open = wanted.withSize(axis, Axis.UNKNOWN);
                mismatch.offer(new SetAttribute("Lay them out as " + open.display() + ", ? being what remains",
                        reshape, NetworkPackage.Literals.RESHAPE__SHAPE, open));
            }
        }
        return mismatch.say("gets " + input.display() + ", which are " + numbers
                + " numbers, and can't lay them out as " + wanted.display() + ".", RULE);
    }

    /** How many numbers there are for each step of an axis, if all other sizes are known; otherwise more than any. */
    private static long others(Shape wanted, int axis) {
        return wanted.withSize(axis, 1).elements().orElse(Long.MAX_VALUE);
    }
}
