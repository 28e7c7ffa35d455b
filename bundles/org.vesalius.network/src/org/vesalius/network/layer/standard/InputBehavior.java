// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** Where data enters: the shape is the one that is written there. */
final class InputBehavior implements LayerBehavior<Input> {
    @Override
    public Class<Input> type() {
        return Input.class;
    }

    @Override
    public InputCount inputs() {
        return InputCount.none();
    }

    @Override
    public Shape outputShape(Input input, List<Shape> inputs) throws ShapeMismatch {
        if (input.getShape() == null) {
            throw new ShapeMismatchBuilder(input).offer(shape(input, "a colour image", Shape.image(128, 128, 3)))
                    .offer(shape(input, "a sequence", Shape.sequence(100, 32)))
                    .offer(shape(input, "a row of numbers", Shape.vector(30)))
                    .say("has no shape; write the size of one sample, such as 128x128x3.",
                            "All other shapes follow from those of the inputs. An image has height, width and channels,"
                                    + " a sequence time steps and features, a row of a table its number of columns.");
        }
        return input.getShape();
    }

    @Override
    public OptionalLong flops(Input input, List<Shape> inputs, Shape output) {
        return Flops.NONE;
    }

    private static Fix shape(Input input, String what, Shape shape) {
        return new SetAttribute("Make " + LayerInfo.called(input) + " " + what + " of " + shape.display(), input,
                NetworkPackage.Literals.INPUT__SHAPE, shape);
    }
}
