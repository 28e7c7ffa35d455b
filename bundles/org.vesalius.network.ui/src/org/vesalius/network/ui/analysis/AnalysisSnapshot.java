// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.analysis.LayerFigures;
import org.vesalius.network.analysis.NetworkFigures;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What was found out about a network at one moment of its editing. Asked with the objects that are
 * edited; knows nothing about layers that came later. Immutable.
 */
public final class AnalysisSnapshot {
    private final Map<Layer, AnalysedLayer> byLayer;
    private final List<AnalysedLayer> layers;
    private final Optional<NetworkFigures> total;
    private final List<NetworkUse> uses;
    private final List<Problem> all;
    private final Map<String, List<Problem>> problems;

    private AnalysisSnapshot(Map<Layer, AnalysedLayer> byLayer, List<AnalysedLayer> layers,
            Optional<NetworkFigures> total, List<NetworkUse> uses, List<Problem> problems) {
        this.byLayer = byLayer;
        this.layers = List.copyOf(layers);
        this.total = total;
        this.uses = List.copyOf(uses);
        this.all = List.copyOf(problems);
        this.problems = problems.stream().collect(Collectors.groupingBy(Problem::subject));
    }

    /** Returns what is known before the first analysis: nothing. */
    public static AnalysisSnapshot nothing() {
        return new AnalysisSnapshot(Map.of(), List.of(), Optional.empty(), List.of(), List.of());
    }

    /**
     * @param byLayer what is known of each edited layer; nobody changes it any more
     * @param layers the same, in an order of computation
     * @param uses what experiments say of the network
     * @param problems what is to be told
     */
    static AnalysisSnapshot of(IdentityHashMap<Layer, AnalysedLayer> byLayer, List<AnalysedLayer> layers,
            NetworkFigures total, List<NetworkUse> uses, List<Problem> problems) {
        return new AnalysisSnapshot(byLayer, layers, Optional.of(total), uses, problems);
    }

    /**
     * A layer as it was when it was analysed. As long as nothing about it changes, it is the same object from one
     * analysis to the next.
     *
     * @param id its id
     * @param path its name, behind the names of the blocks that hold it
     * @param type its type
     * @param figures what is known of it
     */
    public record AnalysedLayer(String id, String path, EClass type, LayerFigures figures) {
    }

    /** Returns the layers in an order of computation; what is in a block follows it. */
    public List<AnalysedLayer> layers() {
        return layers;
    }

    /** Returns the size and cost of the network; empty before the first analysis. */
    public Optional<NetworkFigures> total() {
        return total;
    }

    /** Returns what the experiments that train the network say of it, first the one whose cost is told. */
    public List<NetworkUse> uses() {
        return uses;
    }

    /** Returns what is known of a layer; the same object as before if there is nothing new. */
    public LayerFigures figures(Layer layer) {
        AnalysedLayer analysed = byLayer.get(layer);
        return analysed == null ? LayerFigures.NOTHING : analysed.figures();
    }

    /** Returns the shape that flows through a connection, if it is known. */
    public Optional<Shape> shapeOn(Connection connection) {
        return Optional.ofNullable(connection.getSource()).flatMap(this::shapeOf);
    }

    /** Returns the shape that a layer gives, if it is known. */
    public Optional<Shape> shapeOf(Layer layer) {
        return figures(layer).shape();
    }

    /** Returns how many parameters a layer has; 0 as long as that is not known. */
    public long parameters(Layer layer) {
        return figures(layer).parameters().total();
    }

    /** Returns what a layer keeps, in detail; empty as long as that is not known. */
    public Optional<ParameterCount> parameterCount(Layer layer) {
        return Optional.ofNullable(byLayer.get(layer)).map(analysed -> analysed.figures().parameters());
    }

    /** Returns the floating point operations of a layer for one sample; empty while its shapes are not known. */
    public OptionalLong flops(Layer layer) {
        return figures(layer).flops();
    }

    /** Returns the floating point operations of the network for one sample; empty while some shape is not known. */
    public OptionalLong totalFlops() {
        return total.map(NetworkFigures::flops).orElse(OptionalLong.empty());
    }

    /** Returns the arrays that a layer learns or keeps; none as long as that is not known. */
    public List<WeightSpec> weightSpecs(Layer layer) {
        return figures(layer).weightSpecs();
    }

    /** Returns the memory for a layer's results in bytes; empty while its shape is not known. */
    public OptionalLong activationBytes(Layer layer, int batch) {
        return figures(layer).activationBytes(batch);
    }

    /** Returns the problems of one layer; their fixes act on a copy and only their labels are of use. */
    public List<Problem> problems(Layer layer) {
        return problems.getOrDefault(layer.getId(), List.of());
    }

    /** Returns all problems; their fixes act on a copy and only their labels are of use. */
    public List<Problem> problems() {
        return all;
    }
}
