// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.shape.Shape;

/** The attributes by which ONNX describes a window. */
final class WindowAttributes {
    private WindowAttributes() {
    }

    /** Adds a window to an operator on data of a shape. */
    static Op add(Op op, Sliding window, Shape input) {
        op.ints("kernel_shape", window.kernel()).ints("strides", window.stride());
        return window.isDetermined(input) ? op.ints("pads", window.pads(input)) : op.text("auto_pad", "SAME_UPPER");
    }
}
