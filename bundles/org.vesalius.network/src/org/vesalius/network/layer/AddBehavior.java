// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.Add;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Inputs of one shape in, the same shape out. */
final class AddBehavior implements LayerBehavior<Add> {
    @Override
    public Class<Add> type() {
        return Add.class;
    }

    @Override
    public InputCount inputs() {
        return InputCount.atLeast(2);
    }

    @Override
    public Shape outputShape(Add add, List<Shape> inputs) throws ShapeMismatch {
        Shape result = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            if (!result.agreesWith(inputs.get(i))) {
                throw mismatch(add, inputs, i);
            }
            result = Merged.known(result, inputs.get(i));
        }
        return result;
    }

    private static ShapeMismatch mismatch(Add add, List<Shape> inputs, int odd) {
        Shape wanted = inputs.get(0);
        Shape found = inputs.get(odd);
        Complaint complaint = new Complaint(add);
        if (wanted.rank() == 3 && wanted.last().known() && found.known()
                && found.withLast(wanted.last().size()).agreesWith(wanted)) {
            complaint.insertBefore(odd, NetworkPackage.Literals.CONVOLUTION2_D,
                    "Insert a 1×1 convolution to " + wanted.last().size() + " channels",
                    added -> pointwise(added, wanted.last().size()));
        }
        return complaint.say(Merged.gets(add, inputs) + "; all of them must have one shape.",
                "Numbers are added one by one, so each input needs the same axes and sizes. A convolution with a 1×1"
                        + " kernel changes the number of channels alone (He et al., arXiv:1512.03385).");
    }

    private static void pointwise(Layer added, int channels) {
        Convolution2D conv = (Convolution2D) added;
        conv.setFilters(channels);
        conv.setKernelSize(Size2D.square(1));
    }
}
