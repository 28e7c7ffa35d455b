// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * One setting that stands for one attribute of the same meaning.
 *
 * @param key the name in Keras
 * @param attribute the attribute in the metamodel
 */
record ValueField(String key, EAttribute attribute) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        config.take(key).ifPresent(value -> layer.eSet(attribute, decoded(value)));
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        Object value = layer.eGet(attribute);
        config.add(key, value == null ? JsonNull.INSTANCE : AttributeCodec.of(attribute).encode(value));
    }

    private Object decoded(JsonElement value) {
        try {
            return AttributeCodec.of(attribute).decode(value);
        } catch (UnsupportedSetting e) {
            throw new UnsupportedSetting("its setting " + key + ": " + e.getMessage());
        }
    }
}
