// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.Multiply;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/**
 * Computes with its inputs number by number: Add, Multiply, Maximum…. An axis of size 1 is repeated along the same axis
 * of the others, as in Keras.
 *
 * @param <L> the generated interface of the layer type
 */
final class ElementwiseBehavior<L extends Layer> implements LayerBehavior<L> {
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
        Complaint complaint = new Complaint(layer);
        if (wanted.rank() == found.rank() && wanted.last().known()
                && Broadcast.possible(found.withLast(wanted.last().size()), wanted)) {
            complaint.pointwiseBefore(odd, wanted);
        }
        return complaint.say(Merged.gets(layer, shapes) + "; all of them must have one shape.",
                "It computes number by number, so each input needs the same axes and sizes; only an axis of size 1 is"
                        + " repeated. A convolution with a 1×1 kernel changes the number of channels alone (He et al.,"
                        + " arXiv:1512.03385).");
    }
}
