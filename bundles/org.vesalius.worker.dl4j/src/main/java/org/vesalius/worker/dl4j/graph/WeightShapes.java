// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.dl4j.graph.InitialParameters.PlannedWeight;

/** The shapes of the weights of a network, as the behaviours of its layers tell them. For one use. */
final class WeightShapes {

    private final LayerCatalog catalog;
    private final Map<Layer, Map<String, List<Integer>>> shapes = new IdentityHashMap<>();

    WeightShapes(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Notes the weights of a layer with these inputs. */
    void add(Layer layer, List<Shape> inputs) {
        Map<String, List<Integer>> byName = new HashMap<>();
        catalog.behavior(layer).ifPresent(behavior -> behavior.weights(layer, inputs)
                .forEach(spec -> byName.put(spec.name(), spec.shape())));
        shapes.put(layer, byName);
    }

    /**
     * The shape of a weight; where its layer's behaviour is silent, DL4J's in the weight's order.
     *
     * @throws IllegalStateException if behaviour and translator don't speak of the same numbers
     */
    List<Integer> of(PlannedWeight weight, INDArray array) {
        List<Integer> natural = Arrays.stream(weight.parameter().layout().weightShape(array.shape()))
                .mapToObj(Math::toIntExact).toList();
        List<Integer> told = shapes.getOrDefault(weight.layer(), Map.of()).getOrDefault(weight.name(), natural);
        if (WeightTensor.elements(told) != array.length()) {
            throw new IllegalStateException("weight " + weight.name() + " of layer '" + weight.layer().getName()
                    + "' is " + told + " to its behaviour and " + natural + " to its translator");
        }
        return told;
    }
}
