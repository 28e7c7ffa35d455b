// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonObject;
import org.vesalius.network.exchange.Fidelity;

/**
 * A layer as Keras would write it.
 *
 * @param type its class
 * @param config its settings, without name
 * @param fidelity how well Keras has it
 * @param note what differs
 */
public record WrittenLayer(String type, JsonObject config, Fidelity fidelity, String note) {
    static WrittenLayer exact(String type, JsonObject config) {
        return new WrittenLayer(type, config, Fidelity.EXACT, "");
    }
}
