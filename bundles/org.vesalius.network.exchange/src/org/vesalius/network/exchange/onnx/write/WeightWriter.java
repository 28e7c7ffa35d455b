// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** Puts weights into the graph: as initialisers, or as inputs of the graph while there are none. */
final class WeightWriter {
    private final GraphWriter graph;
    private final Optional<NetworkWeights> weights;
    private final List<Placement> placements = new ArrayList<>();

    WeightWriter(GraphWriter graph, Optional<NetworkWeights> weights) {
        this.graph = graph;
        this.weights = weights;
    }

    /**
     * Adds an array of weights.
     *
     * @param wish what to call it, if the name is free
     * @param parts the weights in it, one behind the other along the first axis
     * @return its name
     */
    String add(String wish, List<Placement.StoredWeight> parts) {
        Placement placement = new Placement(graph.name(wish), parts);
        placements.add(placement);
        if (weights.isEmpty()) {
            graph.input(Protos.ofWeights(placement.initializer(), placement.shape()));
            return placement.initializer();
        }
        parts.forEach(part -> demand(part, weights.get()));
        TensorProto tensor = Protos.ofFloats(placement.shape(), placement.gather(weights.get()));
        graph.initializer(tensor.toBuilder().setName(placement.initializer()).build());
        return placement.initializer();
    }

    /** Where all weights went. */
    List<Placement> placements() {
        return List.copyOf(placements);
    }

    private static void demand(Placement.StoredWeight part, NetworkWeights weights) {
        Optional<WeightTensor> found = weights.get(part.layerId(), part.spec().name());
        if (found.isEmpty() || !found.get().shape().equals(part.spec().shape())) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The weights don't belong to this network: '"
                    + part.spec().name() + "' of the layer '" + part.layerId() + "' should be "
                    + part.spec().shape() + " and is " + found.map(t -> t.shape().toString()).orElse("absent") + ".",
                    "Take the weights that were trained with this network as it is now.");
        }
    }
}
