// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * What is added or cut off at both sides of each axis: {@code [[top, bottom], [left, right]]}, for one axis
 * {@code [start, end]}; a single number stands for both sides.
 *
 * @param key {@code padding} or {@code cropping}
 * @param sides the attributes, two for each axis, in order
 */
record MarginField(String key, List<EAttribute> sides) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        List<Integer> margins = config.take(key).map(this::margins).orElseGet(() -> same(1));
        if (margins.size() != sides.size()) {
            throw new UnsupportedSetting("its setting " + key + " is for another number of axes");
        }
        for (int i = 0; i < sides.size(); i++) {
            layer.eSet(sides.get(i), margins.get(i));
        }
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        JsonArray axes = new JsonArray();
        for (int i = 0; i < sides.size(); i += 2) {
            axes.add(AttributeCodec.list(List.of((Integer) layer.eGet(sides.get(i)),
                    (Integer) layer.eGet(sides.get(i + 1)))));
        }
        config.add(key, axes.size() == 1 ? axes.get(0) : axes);
    }

    private List<Integer> margins(JsonElement value) {
        if (!value.isJsonArray()) {
            return same(JsonValues.integer(value));
        }
        List<Integer> margins = new ArrayList<>();
        boolean oneAxis = sides.size() == 2;
        for (JsonElement element : value.getAsJsonArray()) {
            if (element.isJsonArray()) {
                margins.addAll(JsonValues.integers(element));
            } else {
                int margin = JsonValues.integer(element);
                margins.add(margin);
                if (!oneAxis) {
                    margins.add(margin);
                }
            }
        }
        return margins.size() == 1 ? same(margins.get(0)) : margins;
    }

    private List<Integer> same(int margin) {
        return Collections.nCopies(sides.size(), margin);
    }
}
