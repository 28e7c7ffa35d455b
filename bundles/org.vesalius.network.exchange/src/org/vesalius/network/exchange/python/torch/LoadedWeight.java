// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

/**
 * A weight that the code loads.
 *
 * @param target the parameter or buffer it goes into, seen from the module of the network
 * @param key what the file of weights calls it
 * @param conversion what is done to the array, such as {@code .T}; may be empty
 */
record LoadedWeight(String target, String key, String conversion) {
    String line() {
        return "fill(self." + target + ", stored[\"" + key + "\"]" + conversion + ")";
    }
}
