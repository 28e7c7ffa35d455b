// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EObject;

/** Where the channels are: here always last. Where Keras has them first, the importer deals with it for all layers. */
record ChannelsLastField() implements Field {
    private static final String KEY = "data_format";

    @Override
    public void read(KerasConfig config, EObject layer) {
        config.take(KEY);
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        config.addProperty(KEY, "channels_last");
    }
}
