// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.Optional;
import org.vesalius.network.Layer;

/**
 * A block varies an attribute of a layer inside it otherwise than before.
 *
 * @param layer the layer, in the drawing that varies it
 * @param attribute the name of the attribute
 * @param before the calculation before; empty if it was not varied
 * @param after the calculation after; empty if it is no longer varied
 */
public record VariationChange(Layer layer, String attribute, Optional<String> before, Optional<String> after) {

    /** For people: {@code filters of 'conv' by repetition nothing → 64*2^i}. */
    public String describe() {
        return attribute + " of '" + layer.getName() + "' by repetition " + before.orElse("nothing") + " → "
                + after.orElse("nothing");
    }
}
