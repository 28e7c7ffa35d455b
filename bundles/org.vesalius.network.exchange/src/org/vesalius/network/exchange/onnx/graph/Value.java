// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import org.vesalius.network.Layer;

/** What a name in an ONNX graph stands for. */
public interface Value {

    /**
     * An array of unknown size that holds one number everywhere, such as the first state of a recurrent layer.
     *
     * @param number that number
     */
    record Filled(double number) implements Value {
    }

    /**
     * The result of a placeholder of whose shape nothing is known.
     *
     * @param layer the placeholder
     */
    record Opaque(Layer layer) implements Value {
    }
}
