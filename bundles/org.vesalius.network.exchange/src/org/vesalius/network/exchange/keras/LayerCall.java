// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * One use of a layer.
 *
 * @param inputs what it is given, in order
 * @param arguments further arguments that are not arrays
 */
record LayerCall(List<TensorRef> inputs, JsonObject arguments) {
    LayerCall {
        inputs = List.copyOf(inputs);
    }
}
