// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.io.NetworkUse;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * What was found out about a network at one moment of its editing. Asked with the objects that are
 * edited; knows nothing about objects that came later.
 */
public final class AnalysisSnapshot {
    private final Network analysed;
    private final NetworkAnalysis analysis;
    private final List<NetworkUse> uses;
    private final Map<EObject, EObject> copies;
    private final List<Problem> all;
    private final Map<String, List<Problem>> problems;

    private AnalysisSnapshot(Network analysed, NetworkAnalysis analysis, List<NetworkUse> uses,
            Map<EObject, EObject> copies, List<Problem> problems) {
        this.analysed = analysed;
        this.uses = List.copyOf(uses);
        this.analysis = analysis;
        this.copies = copies;
        this.all = List.copyOf(problems);
        this.problems = problems.stream().collect(Collectors.groupingBy(Problem::subject));
    }

    /** Returns what is known before the first analysis: nothing. */
    public static AnalysisSnapshot nothing() {
        return new AnalysisSnapshot(null, null, List.of(), Map.of(), List.of());
    }

    /**
     * @param analysed the copy that was analysed
     * @param uses what experiments say of the network
     * @param copies what was analysed in place of each edited object
     * @param problems what is to be told
     */
    static AnalysisSnapshot of(Network analysed, NetworkAnalysis analysis, List<NetworkUse> uses,
            Map<EObject, EObject> copies, List<Problem> problems) {
        return new AnalysisSnapshot(analysed, analysis, uses, copies, problems);
    }

    /** Returns the copy of the network that was analysed, which nobody changes; empty before the first analysis. */
    public Optional<Network> analysed() {
        return Optional.ofNullable(analysed);
    }

    /** Returns what the experiments that train the network say of it, first the one whose cost is told. */
    public List<NetworkUse> uses() {
        return uses;
    }

    /** Returns the shape that flows through a connection, if it is known. */
    public Optional<Shape> shapeOn(Connection connection) {
        return copies.get(connection) instanceof Connection copy ? analysis.shapeOn(copy) : Optional.empty();
    }

    /** Returns the shape that a layer gives, if it is known. */
    public Optional<Shape> shapeOf(Layer layer) {
        return copies.get(layer) instanceof Layer copy ? analysis.shapeOf(copy) : Optional.empty();
    }

    /** Returns how many parameters a layer has; 0 as long as that is not known. */
    public long parameters(Layer layer) {
        return copies.get(layer) instanceof Layer copy ? analysis.parameters(copy).total() : 0;
    }

    /** Returns what a layer keeps, in detail; empty as long as that is not known. */
    public Optional<ParameterCount> parameterCount(Layer layer) {
        return copies.get(layer) instanceof Layer copy ? Optional.of(analysis.parameters(copy)) : Optional.empty();
    }

    /** Returns the floating point operations of a layer for one sample; empty while its shapes are not known. */
    public OptionalLong flops(Layer layer) {
        return copies.get(layer) instanceof Layer copy ? analysis.flops(copy) : OptionalLong.empty();
    }

    /** Returns the floating point operations of the network for one sample; empty while some shape is not known. */
    public OptionalLong totalFlops() {
        return analysis == null ? OptionalLong.empty() : analysis.totalFlops();
    }

    /** Returns the arrays that a layer learns or keeps; none as long as that is not known. */
    public List<WeightSpec> weightSpecs(Layer layer) {
        return copies.get(layer) instanceof Layer copy ? analysis.weightSpecs(copy) : List.of();
    }

    /** Returns the memory for a layer's results in bytes; empty while its shape is not known. */
    public OptionalLong activationBytes(Layer layer, int batch) {
        return copies.get(layer) instanceof Layer copy ? analysis.activationBytes(copy, batch) : OptionalLong.empty();
    }

    /** Returns the problems of one layer; their fixes act on a copy and only their labels are of use. */
    public List<Problem> problems(Layer layer) {
        return problems.getOrDefault(layer.getId(), List.of());
    }

    /** Returns all problems; their fixes act on a copy and only their labels are of use. */
    public List<Problem> problems() {
        return all;
    }

    /** Returns the analysis as a whole; empty before the first one. */
    public Optional<NetworkAnalysis> analysis() {
        return Optional.ofNullable(analysis);
    }
}
