// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;

/**
 * The layers of a network in the order in which Keras lists those of a functional model, and in which it expects their
 * weights: by their distance from the outputs, those farthest away first, and at the same distance as a walk from the
 * outputs meets them. Source: {@code map_graph_network} in functional.py of Keras 2 and {@code map_graph} in function.py
 * of Keras 3, which agree.
 */
final class KerasOrder {
    private final List<Output> outputs = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<Layer, Integer> met = new HashMap<>();
    private final Set<Layer> done = new LinkedHashSet<>();
    private final Map<Layer, Integer> depths = new HashMap<>();

    /** @param network a network without blocks and cycles */
    KerasOrder(Network network) {
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Output output) {
                outputs.add(output);
            } else if (layer instanceof Input input) {
                inputs.add(input);
            }
        }
        outputs.forEach(output -> walk(Inputs.of(output).get(0)));
        List<Layer> fromTheEnd = new ArrayList<>(done);
        for (int i = fromTheEnd.size() - 1; i >= 0; i--) {
            int depth = depths.merge(fromTheEnd.get(i), 0, Math::max);
            given(fromTheEnd.get(i)).forEach(input -> depths.merge(input, depth + 1, Math::max));
        }
        inputs.stream().filter(input -> !met.containsKey(input)).forEach(input -> {
            met.put(input, -1);
            depths.put(input, 0);
        });
    }

    /** The Outputs in the order of the network. */
    List<Output> outputs() {
        return outputs;
    }

    /** The Inputs in the order of the network. */
    List<Input> inputs() {
        return inputs;
    }

    /** All layers that outputs depend on, and all Inputs; without the Outputs, which Keras has no layers for. */
    List<Layer> layers() {
        return depths.keySet().stream().sorted(Comparator.comparingInt((Layer layer) -> -depths.get(layer))
                .thenComparingInt(met::get)).toList();
    }

    /** What a layer is given, as Keras walks along it: arguments with names come in the order of these. */
    private static List<Layer> given(Layer layer) {
        List<Layer> inputs = Inputs.of(layer);
        // query, then key and value
        return layer instanceof MultiHeadAttention && inputs.size() == 3
                ? List.of(inputs.get(0), inputs.get(2), inputs.get(1)) : inputs;
    }

    /** Depth first, without recursion since networks may be deep: a layer is done behind all that it is given. */
    private void walk(Layer end) {
        Deque<Layer> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            Layer layer = open.peek();
            met.putIfAbsent(layer, met.size());
            Layer next = given(layer).stream().filter(input -> !done.contains(input)).findFirst().orElse(null);
            if (next == null) {
                done.add(open.pop());
            } else {
                open.push(next);
            }
        }
    }
}
