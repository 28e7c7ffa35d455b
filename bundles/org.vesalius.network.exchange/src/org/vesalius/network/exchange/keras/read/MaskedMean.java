// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

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
final class MaskedMean {
    private MaskedMean() {
    }

    /** Notes what differs. */
    static void note(LayerUse use) {
        boolean mean = use.layer().type().equals("GlobalAveragePooling1D");
        if (mean && use.inputs().stream().anyMatch(input -> isMasked(input.source()))) {
            use.differs("masked steps count here; in Keras its mean leaves them out");
        }
    }

    private static boolean isMasked(Layer source) {
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
