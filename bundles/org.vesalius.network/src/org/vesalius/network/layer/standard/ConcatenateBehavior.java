// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Concatenate;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Inputs that agree in all axes but the last in; the last axes, one behind the other, out. */
final class ConcatenateBehavior implements LayerBehavior<Concatenate> {
    @Override
    public Class<Concatenate> type() {
        return Concatenate.class;
    }

    @Override
    public InputCount inputs() {
        return InputCount.atLeast(2);
    }

    @Override
    public Shape outputShape(Concatenate layer, List<Shape> inputs) throws ShapeMismatch {
        Shape result = inputs.get(0).withLast(Axis.UNKNOWN);
        for (Shape input : inputs) {
            Shape rest = input.withLast(Axis.UNKNOWN);
            if (!result.agreesWith(rest)) {
                throw mismatch(layer, inputs);
            }
            result = Merged.known(result, rest);
        }
        return result.withLast(joined(layer, inputs));
    }

    @Override
    public OptionalLong flops(Concatenate layer, List<Shape> inputs, Shape output) {
        return Flops.NONE;
    }

    private static int joined(Concatenate layer, List<Shape> inputs) throws ShapeMismatch {
        if (inputs.stream().anyMatch(input -> !input.last().known())) {
            return Axis.UNKNOWN;
        }
        long length = inputs.stream().mapToLong(input -> input.last().size()).sum();
        if (length > Integer.MAX_VALUE) {
            throw AxisLength.tooLong(layer, length);
        }
        return (int) length;
    }

    private static ShapeMismatch mismatch(Concatenate layer, List<Shape> inputs) {
        ShapeMismatchBuilder mismatch = new ShapeMismatchBuilder(layer);
        boolean someVector = inputs.stream().anyMatch(input -> input.rank() == 1);
        for (int i = 0; someVector && i < inputs.size(); i++) {
            if (inputs.get(i).rank() > 1) {
                mismatch.insertBefore(i, NetworkPackage.Literals.GLOBAL_POOLING,
                        "Insert a Global pooling of input " + (i + 1), added -> {});
            }
        }
        return mismatch.say(Merged.gets(layer, inputs) + "; all axes but the last must agree.",
                "Inputs are joined along their last axis, so they need the same number of axes, and the same sizes"
                        + " along the others. An image joins a row of numbers once it is a vector: by Global pooling"
                        + " or Flatten.");
    }
}
