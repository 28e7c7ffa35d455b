// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Pooling1D;

/** The stride of a pooling along a sequence: null in Keras and 0 here stand for the size of the pool. */
record PoolStrideField() implements Field {
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
