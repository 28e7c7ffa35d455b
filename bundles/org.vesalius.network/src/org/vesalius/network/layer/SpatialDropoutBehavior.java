// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.shape.Shape;

/** Shape unchanged; wants places with channels, of which it drops whole ones. */
final class SpatialDropoutBehavior extends OneInputBehavior<SpatialDropout> {
    SpatialDropoutBehavior() {
        super(SpatialDropout.class);
    }

    @Override
    protected Shape outputShape(SpatialDropout layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw new Complaint(layer)
                    .offer(new ReplaceLayer("Make it a Dropout", layer, NetworkPackage.Literals.DROPOUT))
                    .say("gets the vector " + input.display() + ", which has no places; take a Dropout.",
                            "Spatial dropout drops a channel at all places of an image, volume or sequence at once.");
        }
        return input;
    }

    @Override
    protected OptionalLong flops(SpatialDropout layer, Shape input, Shape output) {
        return Flops.NONE;
    }
}
