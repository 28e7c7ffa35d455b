// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.LayerConverter;

/**
 * What all parts of one import share.
 *
 * @param version the Keras that wrote the file
 * @param backend what Keras computed with; empty if the file does not say
 * @param channelsFirst whether images of this model have their channels first
 * @param flipped whether kernels of convolutions are stored turned by 180°, as Theano uses them
 * @param converter makes layers
 * @param report takes down what becomes of each
 * @param weights takes the weights
 */
public record ImportContext(KerasVersion version, String backend, boolean channelsFirst, boolean flipped,
        LayerConverter converter, Notes report, WeightCollector weights) {

    /** Collects what becomes of each layer. */
    public static final class Notes {
        private final List<LayerNote> layers = new ArrayList<>();
        private final Set<String> remarks = new LinkedHashSet<>();

        /** A layer that went over: exactly, if nothing differs. */
        void add(String layer, String type, List<String> differences, List<String> notes) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(notes);
            layers.add(new LayerNote(layer, type, differences.isEmpty() ? Fidelity.EXACT : Fidelity.APPROXIMATED,
                    String.join("; ", all)));
        }

        void unknown(String layer, String type, String reason) {
            layers.add(new LayerNote(layer, type, Fidelity.UNKNOWN, reason));
        }

        /** Number of layers so far. */
        int size() {
            return layers.size();
        }

        /** Leaves only the first layers. */
        void cut(int size) {
            layers.subList(size, layers.size()).clear();
        }

        /** Something about the whole network; said once. */
        void remark(String text) {
            remarks.add(text);
        }

        ExchangeReport build(String origin) {
            return new ExchangeReport(origin, layers, List.copyOf(remarks));
        }
    }
}
