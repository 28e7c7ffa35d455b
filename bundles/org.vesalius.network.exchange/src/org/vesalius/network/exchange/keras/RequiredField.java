// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EObject;

/**
 * A setting that Keras always writes: without it the layer is not known.
 *
 * @param field the setting
 */
record RequiredField(ValueField field) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        if (config.take(field.key()).isEmpty()) {
            throw new UnsupportedSetting("the file does not say its " + field.key().replace('_', ' '));
        }
        field.read(config, layer);
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        field.write(layer, config);
    }
}
