// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Masking;

/**
 * Means over sequences: those of Keras leave masked steps out, those here count each step. A mask that was lost on the
 * way is noted as well; to say too much misleads nobody. Source: GlobalAveragePooling1D of Keras.
 */
public final class MaskedMean {
    /** What differs. */
    public static final String NOTE = "masked steps count here; in Keras its mean leaves them out";

    private MaskedMean() {
    }

    /** Whether there is a mask somewhere before a mean that is given what a layer gives. */
    public static boolean isBehind(Layer source) {
        Set<Layer> seen = new HashSet<>();
        Deque<Layer> open = new ArrayDeque<>(Set.of(source));
        while (!open.isEmpty()) {
            Layer layer = open.pop();
            if (layer instanceof Masking) {
                return true;
            }
            if (seen.add(layer)) {
                layer.getIncoming().stream().map(Connection::getSource).forEach(open::push);
            }
        }
        return false;
    }
}
