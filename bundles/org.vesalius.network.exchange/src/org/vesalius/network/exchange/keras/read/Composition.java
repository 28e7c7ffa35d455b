// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A way to say a layer of Keras by other layers than the one of its class.
 *
 * @param applies whether a use of a layer has to be said so
 * @param parts places the layers; gives what flows out of them, one for each result that Keras has
 */
record Composition(Predicate<LayerUse> applies, Function<LayerUse, List<Value>> parts) {
    /** For all layers of a class. */
    static Composition of(String type, Function<LayerUse, List<Value>> parts) {
        return new Composition(use -> use.layer().type().equals(type), parts);
    }
}
