// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

/**
 * An array of unknown size that holds one number everywhere, such as the first state of a recurrent layer.
 *
 * @param number that number
 */
record Filled(double number) implements Value {
}
