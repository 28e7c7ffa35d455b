// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Time×features in and out; {@code maximum length·features} weights if they are learned. */
final class PositionalEncodingBehavior extends OneInputBehavior<PositionalEncoding> {
    PositionalEncodingBehavior() {
        super(PositionalEncoding.class);
    }

    @Override
    protected Shape outputShape(PositionalEncoding layer, Shape input) throws ShapeMismatch {
        Wants.sequence(layer, input);
        Axis time = input.axes().get(0);
        if (learned(layer) && time.known() && time.size() > layer.getMaxLength()) {
            throw new Complaint(layer)
                    .offer(new SetAttribute("Learn " + time.size() + " positions", layer,
                            NetworkPackage.Literals.POSITIONAL_ENCODING__MAX_LENGTH, time.size()))
                    .say("gets " + time.size() + " steps but learns " + layer.getMaxLength()
                            + " positions; give it a larger maximum length.",
                            "Each position that occurs needs a vector of its own.");
        }
        return input;
    }

    @Override
    protected List<WeightSpec> weights(PositionalEncoding layer, Shape input) {
        return learned(layer) ? List.of(WeightSpec.trained("embeddings", layer.getMaxLength(), input.last().size()))
                : List.of();
    }

    private static boolean learned(PositionalEncoding layer) {
        return layer.getKind() == PositionKind.LEARNED;
    }
}
