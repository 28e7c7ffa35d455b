// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Layer;

/** Names that Keras takes for layers: letters, digits, {@code _ . -}, and each once. */
public final class KerasNames {
    private final Map<Layer, String> names = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** The name of a layer, always the same for the same layer. */
    String of(Layer layer) {
        return names.computeIfAbsent(layer, key -> unique(legal(key.getName())));
    }

    public static String legal(String name) {
        String legal = name == null ? "" : name.replaceAll("[^A-Za-z0-9_.-]", "_");
        return legal.isEmpty() || !Character.isLetterOrDigit(legal.charAt(0)) ? "layer_" + legal : legal;
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !used.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
