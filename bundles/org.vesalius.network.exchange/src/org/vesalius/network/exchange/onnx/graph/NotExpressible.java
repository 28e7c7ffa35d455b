// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.Objects;

/** An operator can't be said in layers of Vesalius; the message, half a sentence, says why. */
public final class NotExpressible extends Exception {
    private static final long serialVersionUID = 1L;

    public NotExpressible(String reason) {
        super(Objects.requireNonNull(reason));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
