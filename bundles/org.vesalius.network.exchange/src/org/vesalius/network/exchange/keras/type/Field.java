// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonObject;
import org.eclipse.emf.ecore.EObject;

/** A setting of a Keras layer and the attributes it stands for, in both directions. */
interface Field {
    /**
     * Sets the attributes of a layer; leaves them as they are where Keras says nothing.
     *
     * @throws UnsupportedSetting if the layer can't do what is asked
     */
    void read(KerasConfig config, EObject layer);

    /** Adds the setting that says what the attributes say. */
    void write(EObject layer, JsonObject config);
}
