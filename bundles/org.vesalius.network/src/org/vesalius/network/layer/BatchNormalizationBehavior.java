// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.BatchNormalization;
import org.vesalius.network.shape.Shape;

/** Shape unchanged; for each channel a learned scale and shift, and a running mean and variance, not learned. */
final class BatchNormalizationBehavior extends OneInputBehavior<BatchNormalization> {
    BatchNormalizationBehavior() {
        super(BatchNormalization.class);
    }

    @Override
    protected Shape outputShape(BatchNormalization norm, Shape input) throws ShapeMismatch {
        Wants.knownLast(norm, input);
        return input;
    }

    @Override
    protected ParameterCount parameters(BatchNormalization norm, Shape input) {
        long channels = input.last().size();
        return new ParameterCount(2 * channels, 2 * channels);
    }
}
