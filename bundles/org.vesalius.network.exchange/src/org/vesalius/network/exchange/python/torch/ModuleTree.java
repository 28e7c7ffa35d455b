// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;

/**
 * The layers of a laid-out network sorted into the blocks they come from; the id of such a layer names its blocks, each
 * followed by a slash.
 *
 * @param name name of the block and, if it is repeated, the number of the repetition; empty for the network itself
 * @param units layers and blocks in an order of computation
 */
record ModuleTree(String name, List<Unit> units) {

    /** A layer or a block. */
    sealed interface Unit permits OneLayer, OneBlock {
        /** The layers it is made of. */
        List<Layer> layers();
    }

    /**
     * A layer.
     *
     * @param layer the layer
     */
    record OneLayer(Layer layer) implements Unit {
        @Override
        public List<Layer> layers() {
            return List.of(layer);
        }
    }

    /**
     * A block.
     *
     * @param tree its inside
     * @param layers all layers in it, those of blocks inside too
     */
    record OneBlock(ModuleTree tree, List<Layer> layers) implements Unit {
    }

    /** Sorts layers that stand in an order of computation. */
    static ModuleTree of(List<Layer> ordered) {
        return of("", 0, ordered);
    }

    private static ModuleTree of(String name, int depth, List<Layer> ordered) {
        Map<String, List<Layer>> groups = new LinkedHashMap<>();
        for (Layer layer : ordered) {
            String[] path = layer.getId().split("/");
            String key = path.length > depth + 1 ? path[depth] + "/" : layer.getId();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(layer);
        }
        List<Unit> units = new ArrayList<>();
        groups.forEach((key, layers) -> units.add(key.endsWith("/")
                ? new OneBlock(of(layers.get(0).getName().split("/")[depth], depth + 1, layers), layers)
                : new OneLayer(layers.get(0))));
        return new ModuleTree(name, inOrder(units));
    }

    /** A block can be computed only when all that enters it is there, which may be later than its first layer. */
    private static List<Unit> inOrder(List<Unit> units) {
        Map<Layer, Unit> home = new LinkedHashMap<>();
        units.forEach(unit -> unit.layers().forEach(layer -> home.put(layer, unit)));
        List<Unit> waiting = new ArrayList<>(units);
        List<Unit> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Unit next = waiting.stream().filter(unit -> isReady(unit, home)).findFirst()
                    .orElseGet(() -> waiting.get(0));
            waiting.remove(next);
            next.layers().forEach(home::remove);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean isReady(Unit unit, Map<Layer, Unit> waiting) {
        return unit.layers().stream().flatMap(layer -> Inputs.of(layer).stream())
                .allMatch(source -> !waiting.containsKey(source) || waiting.get(source) == unit);
    }
}
