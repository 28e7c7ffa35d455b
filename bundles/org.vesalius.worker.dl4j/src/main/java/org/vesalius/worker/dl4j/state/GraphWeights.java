// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.dl4j.graph.GraphWeight;

/** The weights of a graph under the names and in the layouts that files and other tools know. */
public final class GraphWeights {

    private static final String REMEDY = "Take weights that were saved from this network, or adapt the layer to them.";

    private final Map<String, List<GraphWeight>> layers;

    /** @param weights all weights of the graph */
    public GraphWeights(List<GraphWeight> weights) {
        layers = weights.stream().collect(
                Collectors.groupingBy(weight -> weight.layer().getId(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A copy of all weights. */
    public NetworkWeights get() {
        NetworkWeights.Builder builder = NetworkWeights.builder();
        layers.forEach((id, weights) -> weights.forEach(weight -> builder.put(id, weight.name(), weight.values())));
        return builder.build();
    }

    /**
     * Takes over weights. All are checked before any number changes; layers without weights among these keep theirs.
     *
     * @throws ReportedException if a layer is not in the network, or its weights have other names or shapes
     */
    public void set(NetworkWeights weights) {
        weights.layerIds().forEach(id -> check(id, weights.layer(id)));
        weights.layerIds().forEach(
                id -> layers.get(id).forEach(weight -> weight.set(weights.get(id, weight.name()).orElseThrow())));
    }

    private void check(String id, Map<String, WeightTensor> given) {
        List<GraphWeight> expected = layers.get(id);
        if (expected == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The weights can't be used: they hold a layer '" + id + "', and no layer of the network with this "
                            + "id has weights.",
                    REMEDY);
        }
        Set<String> names = new TreeSet<>(given.keySet());
        Set<String> expectedNames = expected.stream().map(GraphWeight::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!names.equals(expectedNames)) {
            throw refused(expected.get(0), "are " + names + " and should be " + expectedNames);
        }
        for (GraphWeight weight : expected) {
            List<Integer> shape = given.get(weight.name()).shape();
            if (!shape.equals(weight.shape())) {
                throw refused(weight, "have the shape " + shape + " for " + weight.name() + " and need "
                        + weight.shape());
            }
        }
    }

    private static ReportedException refused(GraphWeight weight, String what) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                "The weights can't be used: those of layer '" + weight.layer().getName() + "' " + what + ".", REMEDY);
    }
}
