// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.inference.LayerFacts;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What is known about a network as it was when it was analysed: shapes, counts, problems. Immutable; fixes of its
 * problems act on the network itself.
 *
 * <p>Layers can be those that were drawn or those of {@link #expanded()}. A layer drawn inside a block is told of as in
 * the first repetition of the blocks around it, a block as the whole of its own repetitions: its shape is that of the
 * last result, its numbers are sums.
 */
public final class NetworkAnalysis {
    private static final int BYTES = Float.BYTES;

    private final ExpandedNetwork expanded;
    private final TopologicalOrder order;
    private final InferredShapes inferred;
    private final List<Problem> problems;

    NetworkAnalysis(ExpandedNetwork expanded, TopologicalOrder order, InferredShapes inferred, List<Problem> problems) {
        this.expanded = expanded;
        this.order = order;
        this.inferred = inferred;
        this.problems = List.copyOf(problems);
    }

    /** The shape of one sample of a layer's result; empty if a mistake kept it from being worked out. */
    public Optional<Shape> shapeOf(Layer layer) {
        return expanded.giver(layer).flatMap(inferred::shapeOf);
    }

    /** The shape of one sample of what flows along a connection; empty as for {@link #shapeOf}. */
    public Optional<Shape> shapeOn(Connection connection) {
        return Optional.ofNullable(connection.getSource()).flatMap(this::shapeOf);
    }

    /** How many numbers a layer keeps; none where a mistake kept it from being worked out. */
    public ParameterCount parameters(Layer layer) {
        return expanded.firstCopies(layer).stream().flatMap(copy -> inferred.of(copy).stream())
                .map(LayerFacts::parameters).reduce(ParameterCount.NONE, ParameterCount::plus);
    }

    /** How many numbers the network keeps. */
    public ParameterCount totalParameters() {
        return inferred.facts().values().stream().map(LayerFacts::parameters)
                .reduce(ParameterCount.NONE, ParameterCount::plus);
    }

    /**
     * The arrays that a layer learns or keeps, in the order of Keras; none where a mistake hides them. Those of a block
     * have the names of the layers in it before theirs.
     */
    public List<WeightSpec> weightSpecs(Layer layer) {
        List<Layer> copies = expanded.firstCopies(layer);
        if (!(layer instanceof Block || layer instanceof BlockReference)) {
            return copies.stream().flatMap(copy -> inferred.of(copy).stream())
                    .flatMap(facts -> facts.weights().stream()).toList();
        }
        return copies.stream().flatMap(copy -> inferred.of(copy).stream()
                .flatMap(facts -> facts.weights().stream().map(spec -> spec.in(copy.getName())))).toList();
    }

    /**
     * Operations that a layer takes for one sample in use. A multiplication with addition counts as two; papers that
     * count it as one give half of this.
     *
     * @return empty while a size that matters is not known
     */
    public OptionalLong flops(Layer layer) {
        return known(layer) ? flops(expanded.firstCopies(layer)) : OptionalLong.empty();
    }

    /** Operations that the network takes for one sample, as {@link #flops}; empty while some layer's are not known. */
    public OptionalLong totalFlops() {
        return flops(expanded.network().getLayers());
    }

    /** Whether anything comes out of a layer. */
    private boolean known(Layer layer) {
        return expanded.giver(layer).isPresent();
    }

    private OptionalLong flops(List<Layer> copies) {
        return sum(copies, layer -> inferred.of(layer).map(LayerFacts::flops).orElse(OptionalLong.empty()));
    }

    /**
     * Memory for the result of a layer in 32-bit numbers; an Output computes nothing and needs none.
     *
     * @param layer the layer
     * @param batch number of samples computed together
     * @return bytes; empty while its shape is not fully known
     */
    public OptionalLong activationBytes(Layer layer, int batch) {
        return known(layer) ? activationBytes(expanded.firstCopies(layer), batch) : OptionalLong.empty();
    }

    /**
     * Memory for the results of all layers in 32-bit numbers; engines that reuse arrays need less.
     *
     * @param batch number of samples computed together
     * @return bytes; empty while the shape of some layer is not fully known
     */
    public OptionalLong activationBytes(int batch) {
        return activationBytes(expanded.network().getLayers(), batch);
    }

    private OptionalLong activationBytes(List<Layer> copies, int batch) {
        OptionalLong elements = sum(copies, layer -> inferred.shapeOf(layer)
                .map(shape -> layer instanceof Output ? OptionalLong.of(0) : shape.elements())
                .orElse(OptionalLong.empty()));
        return elements.isEmpty() ? elements
                : OptionalLong.of(Saturated.times(BYTES, Saturated.times(batch, elements.getAsLong())));
    }

    /** The sum over layers of the expanded network; empty where there is none, or one number is not known. */
    private static OptionalLong sum(List<Layer> copies, Function<Layer, OptionalLong> number) {
        long sum = 0;
        for (Layer layer : copies) {
            OptionalLong one = number.apply(layer);
            if (one.isEmpty()) {
                return one;
            }
            sum = Saturated.plus(sum, one.getAsLong());
        }
        return OptionalLong.of(sum);
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

    /** As {@link #trainingBytes(int, int)}, at the batch size and with the optimiser of an experiment. */
    public OptionalLong trainingBytes(TrainingScale scale) {
        return trainingBytes(scale.batch(), scale.statesPerParameter());
    }

    /** The network without blocks, which engines compute and other tools understand. */
    public ExpandedNetwork expanded() {
        return expanded;
    }

    /** The order of computation of the layers of {@link #expanded()}, and the cycles that have none. */
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
