// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Convolution;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/** What convolutions of any dimension have in common. */
final class Filters {
    private Filters() {
    }

    static ParameterCount parameters(Convolution conv, long kernelArea, Shape input) {
        long weights = Saturated.times(kernelArea, input.last().size());
        long perFilter = conv.isUseBias() ? Saturated.plus(weights, 1) : weights;
        return ParameterCount.trainable(Saturated.times(conv.getFilters(), perFilter));
    }

    static Problem strideAndDilation(Convolution conv, EAttribute dilation, Object one) {
        return Problem.error("network.dilation", "",
                LayerInfo.called(conv) + " has a stride and a dilation above 1; set one of them to 1.",
                "A window that leaves gaps and also jumps would miss part of its input at every place; neither Keras"
                        + " nor the engines compute it.",
                new SetAttribute("Set the dilation of " + LayerInfo.called(conv) + " to 1", conv, dilation, one));
    }
}
