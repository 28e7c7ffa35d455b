// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is collected for the whole file while modules are written. */
final class WrittenCode {
    private final Set<Helper> helpers = EnumSet.noneOf(Helper.class);
    private final List<LoadedWeight> weights = new ArrayList<>();

    /** Asks for a piece of code that the file then holds once. */
    void need(Helper helper) {
        helpers.add(helper);
    }

    void load(LoadedWeight weight) {
        weights.add(weight);
    }

    Set<Helper> helpers() {
        return helpers;
    }

    List<LoadedWeight> weights() {
        return weights;
    }

    /** What the file of weights calls a weight; a slash in the layer's id is written %2F there. */
    static String key(String layerId, String weight) {
        return layerId.replace("%", "%25").replace("/", "%2F") + "/" + weight;
    }

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
}
