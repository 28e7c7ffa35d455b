// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.meta.LayerInfo;

/** Proposes names that are unique in a network, or inside a block: {@code conv1}, {@code conv2}… */
public final class LayerNames {
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> nextNumbers = new HashMap<>();

    private LayerNames() {
    }

    /** The names of the layers of a graph; those inside its blocks stand for themselves. */
    public static LayerNames of(LayerGraph graph) {
        LayerNames names = new LayerNames();
        graph.getLayers().stream().map(Layer::getName).forEach(names.used::add);
        return names;
    }

    /** A free name for a layer of this type, given out once. */
    public String next(EClass type) {
        return numbered(LayerInfo.of(type).shortName(), 1);
    }

    /** A free name close to the wanted one, given out once: the name itself, or with 2, 3… behind it. */
    public String near(String wanted) {
        String stem = wanted.strip();
        return used.add(stem) ? stem : numbered(stem + "-", 2);
    }

    private String numbered(String stem, int first) {
        int number = nextNumbers.getOrDefault(stem, first);
        while (!used.add(stem + number)) {
            number++;
        }
        nextNumbers.put(stem, number + 1);
        return stem + number;
    }
}
