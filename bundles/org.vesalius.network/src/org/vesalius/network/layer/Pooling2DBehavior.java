// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Height×width×channels in, places×channels out. */
final class Pooling2DBehavior extends OneInputBehavior<Pooling2D> {
    Pooling2DBehavior() {
        super(Pooling2D.class);
    }

    @Override
    protected Shape outputShape(Pooling2D pool, Shape input) throws ShapeMismatch {
        Wants.image(pool, input);
        Size2D size = pool.getPoolSize();
        Size2D stride = pool.getStride() == null ? size : pool.getStride();
        List<Window> windows = List.of(new Window(size.height(), stride.height(), 1, pool.getPadding()),
                new Window(size.width(), stride.width(), 1, pool.getPadding()));
        return new Windows(pool, windows, NetworkPackage.Literals.POOLING__PADDING).over(input);
    }
}
