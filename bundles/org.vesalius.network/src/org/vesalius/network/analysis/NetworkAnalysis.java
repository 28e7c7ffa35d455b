// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/**
 * What is known about a network as it was when it was analysed: shapes, counts, problems. Immutable; fixes of its
 * problems act on the network itself.
 */
public final class NetworkAnalysis {
    private static final int BYTES = Float.BYTES;

    private final List<Layer> layers;
    private final TopologicalOrder order;
    private final InferredShapes inferred;
    private final List<Problem> problems;

    NetworkAnalysis(List<Layer> layers, TopologicalOrder order, InferredShapes inferred, List<Problem> problems) {
        this.layers = layers;
        this.order = order;
        this.inferred = inferred;
        this.problems = List.copyOf(problems);
    }

    /** The shape of one sample of a layer's result; empty if a mistake kept it from being worked out. */
    public Optional<Shape> shapeOf(Layer layer) {
        return inferred.shapeOf(layer);
    }

    /** The shape of one sample of what flows along a connection; empty as for {@link #shapeOf}. */
    public Optional<Shape> shapeOn(Connection connection) {
        return Optional.ofNullable(connection.getSource()).flatMap(inferred::shapeOf);
    }

    /** How many numbers a layer keeps; none where a mistake kept it from being worked out. */
    public ParameterCount parameters(Layer layer) {
        return inferred.parameters().getOrDefault(layer, ParameterCount.NONE);
    }

    /** How many numbers the network keeps. */
    public ParameterCount totalParameters() {
        return inferred.parameters().values().stream().reduce(ParameterCount.NONE, ParameterCount::plus);
    }

    /**
     * Memory for the results of all layers in 32-bit numbers; engines that reuse arrays need less.
     *
     * @param batch number of samples computed together
     * @return bytes; empty while the shape of some layer is not fully known
     */
    public OptionalLong activationBytes(int batch) {
        long elements = 0;
        for (Layer layer : layers) {
            OptionalLong result = inferred.shapeOf(layer).map(Shape::elements).orElse(OptionalLong.empty());
            if (result.isEmpty()) {
                return OptionalLong.empty();
            }
            elements = Saturated.plus(elements, layer instanceof Output ? 0 : result.getAsLong());
        }
        return OptionalLong.of(Saturated.times(BYTES, Saturated.times(batch, elements)));
    }

    /**
     * An estimate of the memory that training needs, in 32-bit numbers: results and their gradients, weights, their
     * gradients, and what the optimiser remembers for each. Work space of the engine comes on top.
     *
     * @param batch number of samples computed together
     * @param optimizerStatesPerParameter 0 for plain SGD, 1 for momentum and RMSProp, 2 for Adam
     * @return bytes; empty while the shape of some layer is not fully known
     */
    public OptionalLong trainingBytes(int batch, int optimizerStatesPerParameter) {
        OptionalLong activations = activationBytes(batch);
        if (activations.isEmpty()) {
            return activations;
        }
        ParameterCount count = totalParameters();
        long numbers = Saturated.plus(count.total(),
                Saturated.times(count.trainable(), 1L + optimizerStatesPerParameter));
        return OptionalLong.of(Saturated.plus(Saturated.times(2, activations.getAsLong()),
                Saturated.times(BYTES, numbers)));
    }

    /** The order of computation, and the cycles that have none. */
    public TopologicalOrder order() {
        return order;
    }

    /** All findings, errors first. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether the network can be trained: no finding is an error. */
    public boolean valid() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
