// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.exchange.keras.type.JsonValues;

/**
 * Finds out who reads a row that was flattened channels first. Where only Dense layers do, their kernels can be turned
 * instead of the data.
 */
public final class FlattenUse {
    /** They treat all numbers of a row alike, wherever these stand. */
    private static final Set<String> NEUTRAL = Set.of("Dropout", "GaussianDropout", "AlphaDropout", "GaussianNoise",
            "LeakyReLU", "ELU", "ReLU", "ThresholdedReLU", "Flatten");

    /** Functions that look at all numbers along the last axis. */
    private static final Set<String> OVER_AN_AXIS = Set.of("softmax", "log_softmax", "softmin", "sparsemax", "glu");

    private final Map<String, List<KerasLayer>> readers = new HashMap<>();
    private final Set<String> outputs;

    public FlattenUse(KerasModel model) {
        for (KerasLayer layer : model.layers()) {
            for (LayerCall call : layer.calls()) {
                call.inputs().forEach(input -> readers.computeIfAbsent(input.layer(), name -> new ArrayList<>())
                        .add(layer));
            }
        }
        outputs = Set.copyOf(model.outputs().stream().map(LayerCall.TensorRef::layer).toList());
    }

    /** Whether all that a layer gives ends in Dense layers, with nothing before them that minds the order. */
    public boolean byDenseOnly(String layer) {
        Deque<String> open = new ArrayDeque<>(List.of(layer));
        while (!open.isEmpty()) {
            String name = open.pop();
            List<KerasLayer> behind = readers.getOrDefault(name, List.of());
            if (outputs.contains(name) || behind.isEmpty()) {
                return false;
            }
            for (KerasLayer reader : behind) {
                if (neutral(reader)) {
                    open.push(reader.name());
                } else if (!reader.type().equals("Dense")) {
                    return false;
                }
            }
        }
        return true;
    }

    public static boolean neutral(KerasLayer layer) {
        return NEUTRAL.contains(layer.type())
                || layer.type().equals("Activation")
                        && !OVER_AN_AXIS.contains(JsonValues.memberText(layer.config(), "activation").orElse("softmax"));
    }
}
