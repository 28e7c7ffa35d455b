// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Permute;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;

/** The same axes in another order. */
final class PermuteBehavior extends OneInputBehavior<Permute> {
    PermuteBehavior() {
        super(Permute.class);
    }

    @Override
    protected Shape outputShape(Permute permute, Shape input) throws ShapeMismatch {
        AxisOrder order = permute.getOrder();
        if (order == null) {
            return input;
        }
        if (order.axes().size() != input.rank()) {
            throw mismatch(permute, input);
        }
        List<Axis> axes = new ArrayList<>();
        order.axes().forEach(old -> axes.add(input.axes().get(old - 1)));
        return new Shape(axes);
    }

    @Override
    public Optional<View> view(Permute layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    protected OptionalLong flops(Permute permute, Shape input, Shape output) {
        return Flops.NONE;
    }

    private static ShapeMismatch mismatch(Permute permute, Shape input) {
        AxisOrder backwards = new AxisOrder(IntStream.range(0, input.rank()).mapToObj(i -> input.rank() - i).toList());
        String called = LayerInfo.called(permute);
        return new ShapeMismatchBuilder(permute)
                .offer(new SetAttribute("Turn the axes of " + called + " round: " + backwards, permute,
                        NetworkPackage.Literals.PERMUTE__ORDER, backwards))
                .offer(new SetAttribute("Leave the axes as they are", permute,
                        NetworkPackage.Literals.PERMUTE__ORDER, null))
                .say("gets " + input.display() + " with " + input.rank() + " axes, but its order " + permute.getOrder()
                        + " names " + permute.getOrder().axes().size() + ".",
                        "The order names each axis of the input once, counted from 1; the batch does not count.");
    }
}
