// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.NetworkPackage.Literals;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.PoolingKind;

/** Pooling; Keras has a class for each kind and number of axes. */
final class PoolingTypes {
    private PoolingTypes() {
    }

    static List<KerasType> all() {
        List<KerasType> types = new ArrayList<>();
        add(types, "Average", PoolingKind.AVERAGE);
        add(types, "Max", PoolingKind.MAX);
        return types;
    }

    private static void add(List<KerasType> types, String prefix, PoolingKind kind) {
        types.add(KerasType.of(prefix + "Pooling1D", Literals.POOLING1_D).fixed("kind", kind).channelsLast()
                .value("pool_size", "poolSize").field(new PoolStrideField()).values("padding").build());
        types.add(KerasType.of(prefix + "Pooling2D", Literals.POOLING2_D).fixed("kind", kind).channelsLast()
                .value("pool_size", "poolSize").value("strides", "stride").values("padding").build());
        types.add(KerasType.of(prefix + "Pooling3D", Literals.POOLING3_D).fixed("kind", kind).channelsLast()
                .value("pool_size", "poolSize").value("strides", "stride").values("padding").build());
        for (int axes = 2; axes >= 1; axes--) {
            types.add(global(prefix, kind, axes));
        }
        types.add(global(prefix, kind, 3));
    }

    private static KerasType global(String prefix, PoolingKind kind, int axes) {
        return KerasType.of("Global" + prefix + "Pooling" + axes + "D", Literals.GLOBAL_POOLING)
                .fixed("kind", kind).channelsLast()
                .rank(axes + 1).value("keepdims", "keepAxes").build();
    }

    /** The stride of a pooling along a sequence: null in Keras and 0 here stand for the size of the pool. */
    private record PoolStrideField() implements Field {
        private static final String KEY = "strides";

        @Override
        public void read(KerasConfig config, EObject layer) {
            config.integer(KEY).ifPresent(((Pooling1D) layer)::setStride);
        }

        @Override
        public void write(EObject layer, JsonObject config) {
            int stride = ((Pooling1D) layer).getStride();
            config.add(KEY, stride == 0 ? JsonNull.INSTANCE : new JsonPrimitive(stride));
        }
    }
}
