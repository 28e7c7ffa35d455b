// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Add;
import org.vesalius.network.Average;
import org.vesalius.network.Layer;
import org.vesalius.network.Maximum;
import org.vesalius.network.Minimum;
import org.vesalius.network.Multiply;
import org.vesalius.network.Subtract;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Layers that combine arrays number by number. */
final class ElementwiseLayers {
    private ElementwiseLayers() {
    }

    static List<LayerBehavior<?>> all() {
        InputCount several = InputCount.atLeast(2);
        return List.of(new ElementwiseBehavior<>(Add.class, several),
                new ElementwiseBehavior<>(Subtract.class, new InputCount(2, 2)),
                new ElementwiseBehavior<>(Multiply.class, several), new ElementwiseBehavior<>(Average.class, several),
                new ElementwiseBehavior<>(Maximum.class, several), new ElementwiseBehavior<>(Minimum.class, several));
    }

    /**
     * Computes with its inputs number by number: Add, Multiply, Maximum…. An axis of size 1 is repeated along the same axis
     * of the others, as in Keras.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class ElementwiseBehavior<L extends Layer> implements LayerBehavior<L> {
        private final Class<L> type;
        private final InputCount inputs;

        ElementwiseBehavior(Class<L> type, InputCount inputs) {
            this.type = type;
            this.inputs = inputs;
        }

        @Override
        public Class<L> type() {
            return type;
        }

        @Override
        public InputCount inputs() {
            return inputs;
        }

        @Override
        public Shape outputShape(L layer, List<Shape> shapes) throws ShapeMismatch {
            Shape result = shapes.get(0);
            for (int i = 1; i < shapes.size(); i++) {
                if (!Broadcast.possible(result, shapes.get(i))) {
                    throw mismatch(layer, shapes, i);
                }
                result = Broadcast.of(result, shapes.get(i));
            }
            return result;
        }

        @Override
        public OptionalLong flops(L layer, List<Shape> shapes, Shape output) {
            return Flops.each(output, shapes.size() - 1L);
        }

        /** Multiply is there to scale by fewer numbers; in others it is more often a slip that shows nowhere else. */
        @Override
        public List<Problem> check(L layer, List<Shape> shapes) {
            if (layer instanceof Multiply || shapes.stream().allMatch(shape -> shape.agreesWith(shapes.get(0)))) {
                return List.of();
            }
            return List.of(Problem.advice("network.repeated-axis", "", LayerInfo.called(layer) + " "
                    + Merged.gets(layer, shapes) + "; axes of size 1 are repeated, make sure that this is meant.",
                    "Inputs of one shape are combined number by number. Where an axis of one input has size 1, its only"
                            + " step is used for all steps of the others."));
        }

        private ShapeMismatch mismatch(L layer, List<Shape> shapes, int odd) {
            Shape wanted = shapes.get(0);
            Shape found = shapes.get(odd);
            ShapeMismatchBuilder mismatch = new ShapeMismatchBuilder(layer);
            if (wanted.rank() == found.rank() && wanted.last().known()
                    && Broadcast.possible(found.withLast(wanted.last().size()), wanted)) {
                mismatch.pointwiseBefore(odd, wanted);
            }
            return mismatch.say(Merged.gets(layer, shapes) + "; all of them must have one shape.",
                    "It computes number by number, so each input needs the same axes and sizes; only an axis of size 1 is"
                            + " repeated. A convolution with a 1×1 kernel changes the number of channels alone (He et al.,"
                            + " arXiv:1512.03385).");
        }
    }

    /** What two arrays give when they are combined number by number, axes of size 1 being repeated. */
    private static final class Broadcast {
        private Broadcast() {
        }

        /** Whether both have as many axes, and sizes that are equal, 1 or not known. */
        static boolean possible(Shape one, Shape other) {
            if (one.rank() != other.rank()) {
                return false;
            }
            for (int i = 0; i < one.rank(); i++) {
                boolean open = repeats(one.size(i)) || repeats(other.size(i));
                if (!open && one.size(i) != other.size(i)) {
                    return false;
                }
            }
            return true;
        }

        /** The shape of the result, with the axis names of the first. */
        static Shape of(Shape one, Shape other) {
            List<Axis> axes = new ArrayList<>();
            for (int i = 0; i < one.rank(); i++) {
                axes.add(one.axes().get(i).withSize(size(one.size(i), other.size(i))));
            }
            return new Shape(axes);
        }

        /** Whether an axis is as long as the other one asks for: it is repeated, or not known yet. */
        private static boolean repeats(int size) {
            return size == 1 || size == Axis.UNKNOWN;
        }

        private static int size(int one, int other) {
            if (one == Axis.UNKNOWN || other == Axis.UNKNOWN) {
                return Math.max(one, other) > 1 ? Math.max(one, other) : Axis.UNKNOWN;
            }
            return Math.max(one, other);
        }
    }
}
