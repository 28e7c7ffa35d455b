// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

/**
 * The name of a tensor in a file, {@code layerId/weightName}. A slash in the layer's id, as layers inside blocks have
 * it, is written %2F, so that the first slash always ends the id.
 *
 * @param layerId id of the layer in the expanded network
 * @param name name of the weight
 */
record WeightKey(String layerId, String name) {
    /** @throws IllegalArgumentException with a reason for the user if the text is no such name */
    static WeightKey valueOf(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + Abbreviation.brief(text) + "' is no weight of a layer; the names of"
                    + " weights are written layer/weight.");
        }
        return new WeightKey(text.substring(0, slash).replace("%2F", "/").replace("%25", "%"),
                text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return layerId.replace("%", "%25").replace("/", "%2F") + "/" + name;
    }
}
