// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.PReLU;

/**
 * Whether the slopes of a PReLU are shared by all places of a channel. Keras lists the axes along which they are; how
 * many these should be shows with the shape of the input only.
 */
record SharedAxesField() implements Field {
    private static final String KEY = "shared_axes";

    @Override
    public void read(KerasConfig config, EObject layer) {
        List<Integer> axes = config.take(KEY).map(JsonValues::integers).orElse(List.of());
        ((PReLU) layer).setShared(!axes.isEmpty());
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        config.add(KEY, ((PReLU) layer).isShared() ? new JsonArray() : JsonNull.INSTANCE);
    }
}
