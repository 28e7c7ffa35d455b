// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Layer;

/**
 * A layer that is in both drawings and differs.
 *
 * @param before the layer as it was
 * @param after the layer as it is
 * @param attributes its attributes that differ; none where it became another type
 * @param inside how the layer inside a wrapper differs, if it does
 * @param variations what a block varies otherwise than before
 * @param moved whether it stands in another network or block, and which one people would name
 */
public record LayerChange(Layer before, Layer after, List<AttributeChange> attributes, Optional<LayerChange> inside,
        List<VariationChange> variations, Optional<String> moved) {

    /** Copies the lists. */
    public LayerChange {
        attributes = List.copyOf(attributes);
        variations = List.copyOf(variations);
    }

    /** Whether the layer became one of another type, so that its attributes can't be compared. */
    public boolean replaced() {
        return before.eClass() != after.eClass();
    }

    /** Whether there is any difference. */
    boolean differs() {
        return replaced() || !attributes.isEmpty() || inside.isPresent() || !variations.isEmpty() || moved.isPresent();
    }
}
