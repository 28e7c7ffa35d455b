// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

/** An operator can't be said in layers of Vesalius; the message, half a sentence, says why. */
final class NotExpressible extends Exception {
    private static final long serialVersionUID = 1L;

    NotExpressible(String reason) {
        super(reason);
    }
}
