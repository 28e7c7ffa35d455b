// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import org.vesalius.network.weights.WeightTensor;

/**
 * A weight as a file holds it.
 *
 * @param name its name there
 * @param tensor its numbers
 */
record StoredWeight(String name, WeightTensor tensor) {
}
