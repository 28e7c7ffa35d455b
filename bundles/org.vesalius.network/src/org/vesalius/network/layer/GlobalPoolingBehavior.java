// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.GlobalPooling;
import org.vesalius.network.shape.Shape;

/** One number for each step of the last axis. */
final class GlobalPoolingBehavior extends OneInputBehavior<GlobalPooling> {
    GlobalPoolingBehavior() {
        super(GlobalPooling.class);
    }

    @Override
    protected Shape outputShape(GlobalPooling pool, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw new Complaint(pool).say("gets the vector " + input.display()
                    + " and has nothing to pool; remove it, or put it before the layer that makes the vector.",
                    "Global pooling keeps one number for each channel of an image or feature of a sequence.");
        }
        return Shape.vector(input.last().size());
    }
}
