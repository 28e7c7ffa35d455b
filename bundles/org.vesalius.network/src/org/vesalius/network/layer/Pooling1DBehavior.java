// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.shape.Shape;

/** Time×features in, places×features out. */
final class Pooling1DBehavior extends OneInputBehavior<Pooling1D> {
    Pooling1DBehavior() {
        super(Pooling1D.class);
    }

    @Override
    protected Shape outputShape(Pooling1D pool, Shape input) throws ShapeMismatch {
        Wants.sequence(pool, input);
        int stride = pool.getStride() == 0 ? pool.getPoolSize() : pool.getStride();
        Window window = new Window(pool.getPoolSize(), stride, 1, pool.getPadding());
        return new Windows(pool, List.of(window), NetworkPackage.Literals.POOLING__PADDING).over(input);
    }
}
