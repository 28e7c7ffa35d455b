// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.PReLU;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Shape unchanged; a learned slope for each number, or one for each channel. */
final class PReLUBehavior extends OneInputBehavior<PReLU> {
    PReLUBehavior() {
        super(PReLU.class);
    }

    @Override
    protected Shape outputShape(PReLU layer, Shape input) throws ShapeMismatch {
        Wants.knownLast(layer, input);
        if (!layer.isShared() && !input.known()) {
            throw new Complaint(layer)
                    .offer(new SetAttribute("Let all places of a channel share one slope", layer,
                            NetworkPackage.Literals.PRE_LU__SHARED, true))
                    .say("gets " + input.display() + ", whose sizes are not all known, and wants a slope for each"
                            + " number; let all places of a channel share one slope.",
                            "How many weights a layer has can't depend on the data.");
        }
        return input;
    }

    @Override
    protected List<WeightSpec> weights(PReLU layer, Shape input) {
        if (!layer.isShared()) {
            return List.of(new WeightSpec("alpha", input.axes().stream().map(Axis::size).toList(), true));
        }
        List<Integer> shape = new ArrayList<>(Collections.nCopies(input.rank() - 1, 1));
        shape.add(input.last().size());
        return List.of(new WeightSpec("alpha", shape, true));
    }
}
