// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EObject;

/** The size of the values of an attention: here always that of the keys. */
record ValueDimensionField() implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        config.integer("value_dim").filter(size -> !config.integer("key_dim").filter(size::equals).isPresent())
                .ifPresent(size -> {
                    throw new UnsupportedSetting("its values have another size (" + size + ") than its keys");
                });
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        // without it Keras takes the size of the keys
    }
}
