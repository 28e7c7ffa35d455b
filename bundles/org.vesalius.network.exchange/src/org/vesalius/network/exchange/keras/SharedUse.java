// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

/** A layer that Keras uses more than once, with one set of weights: each use becomes a layer of its own here. */
final class SharedUse {
    private SharedUse() {
    }

    static String name(String layer, int use) {
        return use == 0 ? layer : layer + "_use" + (use + 1);
    }

    static String note(int use) {
        return "use " + (use + 1) + " of a shared layer: drawn as a copy that starts with the same weights and is"
                + " trained by itself";
    }
}
