// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

/**
 * One result of one use of a layer.
 *
 * @param layer name of the layer
 * @param node which use of the layer, counted from 0
 * @param tensor which result of that use
 */
record TensorRef(String layer, int node, int tensor) {
}
