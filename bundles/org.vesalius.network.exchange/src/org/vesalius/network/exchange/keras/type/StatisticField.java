// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.NetworkPackage.Literals;

/**
 * Mean or variance of a Normalization: a number, or a list with one for each channel, perhaps inside further lists.
 *
 * @param key {@code mean} or {@code variance}, which is also the name of the attribute
 */
public record StatisticField(String key) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        config.take(key).ifPresent(value -> {
            List<Double> numbers = new ArrayList<>();
            collect(value, numbers);
            layer.eSet(attribute(), numbers.stream().map(StatisticField::text).collect(Collectors.joining(" ")));
        });
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        String numbers = ((String) layer.eGet(attribute())).strip();
        if (numbers.isEmpty()) {
            config.add(key, JsonNull.INSTANCE);
            return;
        }
        JsonArray list = new JsonArray();
        for (String number : numbers.split("\\s+")) {
            list.add(Double.valueOf(number));
        }
        config.add(key, list);
    }

    private EAttribute attribute() {
        return (EAttribute) Literals.NORMALIZATION.getEStructuralFeature(key);
    }

    public static void collect(JsonElement value, List<Double> numbers) {
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> collect(element, numbers));
        } else {
            numbers.add(JsonValues.number(value));
        }
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9 ? Long.toString((long) number)
                : Double.toString(number);
    }
}
