// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/** Reads operators of one type. Stateless. */
@FunctionalInterface
public interface OperatorReader {
    /**
     * Says what the results of an operator are, and adds the layers that compute them.
     *
     * @throws NotExpressible if no layers compute this; what was added is then taken back
     */
    void read(ForeignNode node, Reading reading) throws NotExpressible;
}
