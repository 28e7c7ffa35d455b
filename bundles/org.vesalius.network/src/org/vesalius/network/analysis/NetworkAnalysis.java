// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What is known about a network as it was when it was analysed: shapes, counts, problems. Immutable; fixes of its
 * problems act on the network itself.
 *
 * <p>Layers can be those that were drawn or those of {@link #expanded()}. A layer drawn inside a block is told of as in
 * the first repetition of the blocks around it, a block as the whole of its own repetitions: its shape is that of the
 * last result, its numbers are sums. Whoever edits the network meanwhile asks for {@link #figures} and {@link #total},
 * which stay as they are.
 */
public final class NetworkAnalysis {
    private final ExpandedNetwork expanded;
    private final TopologicalOrder order;
    private final InferredShapes inferred;
    private final NetworkFigures total;
    private final List<Problem> problems;

    NetworkAnalysis(ExpandedNetwork expanded, TopologicalOrder order, InferredShapes inferred, NetworkFigures total,
            List<Problem> problems) {
        this.expanded = expanded;
        this.order = order;
        this.inferred = inferred;
        this.total = total;
        this.problems = List.copyOf(problems);
    }

    /** What is known of a layer. */
    public LayerFigures figures(Layer layer) {
        Optional<Layer> giver = expanded.giver(layer);
        return new LayerFigures(giver.isPresent(), giver.flatMap(inferred::of),
                layer instanceof Block || layer instanceof BlockReference,
                expanded.firstCopies(layer).stream().map(copy -> NetworkFigures.part(copy, inferred)).toList());
    }

    /** The size and cost of the whole network. */
    public NetworkFigures total() {
        return total;
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
        return figures(layer).parameters();
    }

    /** How many numbers the network keeps. */
    public ParameterCount totalParameters() {
        return total.parameters();
    }

    /**
     * The arrays that a layer learns or keeps, in the order of Keras; none where a mistake hides them. Those of a block
     * have the names of the layers in it before theirs.
     */
    public List<WeightSpec> weightSpecs(Layer layer) {
        return figures(layer).weightSpecs();
    }

    /**
     * Operations that a layer takes for one sample in use. A multiplication with addition counts as two; papers that
     * count it as one give half of this.
     *
     * @return empty while a size that matters is not known
     */
    public OptionalLong flops(Layer layer) {
        return figures(layer).flops();
    }

    /** Operations that the network takes for one sample, as {@link #flops}; empty while some layer's are not known. */
    public OptionalLong totalFlops() {
        return total.flops();
    }

    /**
     * Memory for the result of a layer in 32-bit numbers; an Output computes nothing and needs none.
     *
     * @param layer the layer
     * @param batch number of samples computed together
     * @return bytes; empty while its shape is not fully known
     */
    public OptionalLong activationBytes(Layer layer, int batch) {
        return figures(layer).activationBytes(batch);
    }

    /**
     * Memory for the results of all layers in 32-bit numbers; engines that reuse arrays need less.
     *
     * @param batch number of samples computed together
     * @return bytes; empty while the shape of some layer is not fully known
     */
    public OptionalLong activationBytes(int batch) {
        return total.activationBytes(batch);
    }

    /**
     * An estimate of the memory that training needs, in 32-bit numbers: results and their gradients, weights, their
     * gradients, and what the optimiser remembers for each. Work space of the engine comes on top.
     *
     * @param scale batch size and optimiser of an experiment
     * @return bytes; empty while the shape of some layer is not fully known
     */
    public OptionalLong trainingBytes(TrainingScale scale) {
        return total.trainingBytes(scale);
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
