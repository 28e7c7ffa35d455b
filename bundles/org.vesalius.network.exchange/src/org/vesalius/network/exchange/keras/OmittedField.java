// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import java.util.function.Predicate;
import com.google.gson.JsonElement;
import org.eclipse.emf.ecore.EObject;

/**
 * A setting that Vesalius does not have, but without which the layer still does most of its work: the report says what
 * is missing.
 *
 * @param key its name in Keras
 * @param note what differs
 */
record OmittedField(String key, String note) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        config.take(key).filter(Predicate.<JsonElement>not(JsonValues::nothing))
                .ifPresent(value -> config.differs(note + " (" + key + " = " + value + ")"));
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        // the attribute does not exist, so there is nothing to say
    }
}
