// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.NetworkPackage.Literals;

/** Layers that make one of several. */
final class MergeTypes {
    private MergeTypes() {
    }

    static List<KerasType> all() {
        return List.of(
                KerasType.of("Concatenate", Literals.CONCATENATE).build(),
                KerasType.of("Add", Literals.ADD).build(),
                KerasType.of("Subtract", Literals.SUBTRACT).build(),
                KerasType.of("Multiply", Literals.MULTIPLY).build(),
                KerasType.of("Average", Literals.AVERAGE).build(),
                KerasType.of("Maximum", Literals.MAXIMUM).build(),
                KerasType.of("Minimum", Literals.MINIMUM).build(),
                KerasType.of("Dot", Literals.DOT).field(new DotAxesField()).values("normalize").build());
    }

    /** The axes along which a Dot multiplies: here always the last ones, which are 1 for vectors and 2 for sequences. */
    private record DotAxesField() implements Field {
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
}
