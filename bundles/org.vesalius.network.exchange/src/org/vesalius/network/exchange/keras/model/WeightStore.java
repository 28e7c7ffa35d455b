// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.List;
import org.vesalius.network.weights.WeightTensor;

/** Where the weights of a model's layers are kept, under names that differ from version to version. */
public interface WeightStore {
    /** A store that holds nothing: a description without weights. */
    WeightStore NONE = new WeightStore() {
        @Override
        public List<Stored> of(KerasLayer layer) {
            return List.of();
        }

        @Override
        public WeightStore inside(KerasLayer model) {
            return this;
        }
    };

    /** The weights of a layer in the order in which Keras lists them; none if it has none or they are missing. */
    List<Stored> of(KerasLayer layer);

    /** Where the weights of the layers of a nested model are. */
    WeightStore inside(KerasLayer model);

    /**
     * A weight as a file holds it.
     *
     * @param name its name there
     * @param tensor its numbers
     */
    record Stored(String name, WeightTensor tensor) {
    }
}
