// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Dense;
import org.vesalius.network.Flatten;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Dense layers, and what turns arrays into vectors and vectors into sequences. */
final class VectorLayers {
    private VectorLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new DenseBehavior(), new FlattenBehavior(), new RepeatVectorBehavior());
    }

    /** A vector in, a vector of {@code units} out; {@code units·(inputs + 1)} weights. */
    private static final class DenseBehavior extends OneInputBehavior<Dense> {
        DenseBehavior() {
            super(Dense.class);
        }

        @Override
        protected Shape outputShape(Dense dense, Shape input) throws ShapeMismatch {
            InputRequirements.vector(dense, input);
            return Shape.vector(dense.getUnits());
        }

        @Override
        protected List<WeightSpec> weights(Dense dense, Shape input) {
            WeightSpec kernel = WeightSpec.trained(Kernels.KERNEL, input.size(0), dense.getUnits());
            return Kernels.withBias(kernel, dense.isUseBias(), dense.getUnits());
        }

        @Override
        protected OptionalLong flops(Dense dense, Shape input, Shape output) {
            return Flops.multiplyAdds(output, input.size(0));
        }
    }

    /** All numbers in one row, the last axis running fastest. */
    private static final class FlattenBehavior extends OneInputBehavior<Flatten> {
        FlattenBehavior() {
            super(Flatten.class);
        }

        @Override
        protected Shape outputShape(Flatten flatten, Shape input) throws ShapeMismatch {
            long elements = input.elements().orElse(Axis.UNKNOWN);
            if (elements > Integer.MAX_VALUE) {
                throw AxisLength.tooLong(flatten, elements);
            }
            return Shape.vector((int) elements);
        }

        @Override
        protected OptionalLong flops(Flatten flatten, Shape input, Shape output) {
            return Flops.NONE;
        }
    }

    /** A vector in, a sequence out in which each step is that vector. */
    private static final class RepeatVectorBehavior extends OneInputBehavior<RepeatVector> {
        RepeatVectorBehavior() {
            super(RepeatVector.class);
        }

        @Override
        protected Shape outputShape(RepeatVector repeat, Shape input) throws ShapeMismatch {
            InputRequirements.row(repeat, input);
            return Shape.sequence(repeat.getTimes(), input.size(0));
        }

        @Override
        protected OptionalLong flops(RepeatVector repeat, Shape input, Shape output) {
            return Flops.NONE;
        }
    }
}
