// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/** The axes along which a Dot multiplies: here always the last ones, which are 1 for vectors and 2 for sequences. */
record DotAxesField() implements Field {
    private static final String KEY = "axes";

    @Override
    public void read(KerasConfig config, EObject layer) {
        List<Integer> axes = config.take(KEY).map(DotAxesField::axes).orElse(List.of(-1));
        boolean last = axes.stream().distinct().count() == 1;
        if (!last) {
            throw new UnsupportedSetting("it multiplies along different axes of its inputs");
        }
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        config.addProperty(KEY, -1);
    }

    private static List<Integer> axes(JsonElement json) {
        return json.isJsonArray() ? JsonValues.integers(json) : List.of(JsonValues.integer(json));
    }
}
