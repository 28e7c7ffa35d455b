// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a file says of a model.
 *
 * @param model its description
 * @param training how it was compiled, if it was
 * @param version the Keras that wrote it
 * @param backend what Keras computed with; empty if the file does not say
 * @param weights where the weights of the model are
 */
record KerasFile(JsonObject model, Optional<JsonObject> training, KerasVersion version, String backend,
        Function<KerasModel, WeightStore> weights) {
}
