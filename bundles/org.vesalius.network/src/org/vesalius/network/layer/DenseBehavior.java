// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Dense;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** A vector in, a vector of {@code units} out; {@code units·(inputs + 1)} weights. */
final class DenseBehavior extends OneInputBehavior<Dense> {
    DenseBehavior() {
        super(Dense.class);
    }

    @Override
    protected Shape outputShape(Dense dense, Shape input) throws ShapeMismatch {
        Wants.vector(dense, input);
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
