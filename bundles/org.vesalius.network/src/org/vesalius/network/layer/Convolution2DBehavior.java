// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Height×width×channels in, places×filters out; {@code filters·(kernel height·kernel width·channels + 1)} weights. */
final class Convolution2DBehavior extends OneInputBehavior<Convolution2D> {
    private static final Size2D ONE = Size2D.square(1);

    Convolution2DBehavior() {
        super(Convolution2D.class);
    }

    @Override
    protected Shape outputShape(Convolution2D conv, Shape input) throws ShapeMismatch {
        Wants.image(conv, input);
        Size2D kernel = conv.getKernelSize();
        Size2D stride = conv.getStride();
        Size2D dilation = conv.getDilation();
        List<Window> windows = List.of(
                new Window(kernel.height(), stride.height(), dilation.height(), conv.getPadding()),
                new Window(kernel.width(), stride.width(), dilation.width(), conv.getPadding()));
        return new Windows(conv, windows, NetworkPackage.Literals.CONVOLUTION__PADDING).over(input)
                .withLast(conv.getFilters());
    }

    @Override
    protected ParameterCount parameters(Convolution2D conv, Shape input) {
        Size2D kernel = conv.getKernelSize();
        return Filters.parameters(conv, Saturated.times(kernel.height(), kernel.width()), input);
    }

    @Override
    public List<Problem> check(Convolution2D conv, List<Shape> inputs) {
        if (conv.getStride().equals(ONE) || conv.getDilation().equals(ONE)) {
            return List.of();
        }
        return List.of(Filters.strideAndDilation(conv, NetworkPackage.Literals.CONVOLUTION2_D__DILATION, ONE));
    }
}
