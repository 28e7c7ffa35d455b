// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.Dot;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Two vectors in, one number out; or two sequences in, a number for each pair of their steps out. */
final class DotBehavior implements LayerBehavior<Dot> {
    @Override
    public Class<Dot> type() {
        return Dot.class;
    }

    @Override
    public InputCount inputs() {
        return new InputCount(2, 2);
    }

    @Override
    public Shape outputShape(Dot dot, List<Shape> inputs) throws ShapeMismatch {
        Shape one = inputs.get(0);
        Shape other = inputs.get(1);
        boolean sameKind = one.rank() == other.rank() && one.rank() <= 2;
        if (!sameKind || !agree(one.last(), other.last())) {
            throw new ShapeMismatchBuilder(dot).say(Merged.gets(dot, inputs)
                    + "; it takes two vectors, or two sequences, with as many features.",
                    "Each feature of the one is multiplied by the same feature of the other, and the products are"
                            + " added up.");
        }
        return one.rank() == 1 ? Shape.vector(1) : one.withLast(other.size(0));
    }

    @Override
    public Optional<View> view(Dot layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    public OptionalLong flops(Dot dot, List<Shape> inputs, Shape output) {
        int features = Math.max(inputs.get(0).last().size(), inputs.get(1).last().size());
        return features == Axis.UNKNOWN ? OptionalLong.empty() : Flops.multiplyAdds(output, features);
    }

    private static boolean agree(Axis one, Axis other) {
        return !one.known() || !other.known() || one.size() == other.size();
    }
}
