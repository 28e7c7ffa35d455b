// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import org.vesalius.network.Layer;

/**
 * The result of a placeholder of whose shape nothing is known.
 *
 * @param layer the placeholder
 */
record Opaque(Layer layer) implements Value {
}
