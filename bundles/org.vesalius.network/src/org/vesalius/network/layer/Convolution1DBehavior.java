// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.shape.Shape;

/** Time×features in, places×filters out; {@code filters·(kernel·features + 1)} weights. */
final class Convolution1DBehavior extends OneInputBehavior<Convolution1D> {
    Convolution1DBehavior() {
        super(Convolution1D.class);
    }

    @Override
    protected Shape outputShape(Convolution1D conv, Shape input) throws ShapeMismatch {
        Wants.sequence(conv, input);
        Window window = new Window(conv.getKernelSize(), conv.getStride(), conv.getDilation(), conv.getPadding());
        return new Windows(conv, List.of(window), NetworkPackage.Literals.CONVOLUTION__PADDING).over(input)
                .withLast(conv.getFilters());
    }

    @Override
    protected ParameterCount parameters(Convolution1D conv, Shape input) {
        return Filters.parameters(conv, conv.getKernelSize(), input);
    }

    @Override
    public List<Problem> check(Convolution1D conv, List<Shape> inputs) {
        if (conv.getStride() == 1 || conv.getDilation() == 1) {
            return List.of();
        }
        return List.of(Filters.strideAndDilation(conv, NetworkPackage.Literals.CONVOLUTION1_D__DILATION, 1));
    }
}
