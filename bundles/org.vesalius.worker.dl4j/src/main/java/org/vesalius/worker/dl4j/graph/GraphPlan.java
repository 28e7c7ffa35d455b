// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Weighted;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Combination;
import org.vesalius.worker.dl4j.compute.CombinedVertex;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.ComputedLayer;
import org.vesalius.worker.dl4j.graph.InitialParameters.PlannedWeight;
import org.vesalius.worker.spi.Remark;

/**
 * A DL4J graph under construction, as layer translators see it. Vertices are named by their place and the layer they
 * belong to ({@code 3:conv1}), so DL4J's own messages can be traced to a layer.
 */
public final class GraphPlan {

    private final GraphBuilder graph;
    private final LayerCatalog catalog;
    private final LayerTranslators translators;
    private final FusedActivations fused;
    private final NumericPath path;
    private final List<PlannedWeight> weights = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private String prefix = "";
    private final List<String> masks = new ArrayList<>();
    private int vertices;

    GraphPlan(GraphBuilder graph, LayerCatalog catalog, LayerTranslators translators, FusedActivations fused,
            NumericPath path) {
        this.graph = graph;
        this.catalog = catalog;
        this.translators = translators;
        this.fused = fused;
        this.path = path;
    }

    /** Which arithmetic the graph is built for. */
    public NumericPath path() {
        return path;
    }

    /**
     * The activation function that a layer applies itself: {@link ActivationFunction#LINEAR} where the loss behind it
     * applies the function, which is stable for any size of number.
     *
     * @param layer the layer
     * @param function the function that its settings ask for
     */
    public ActivationFunction activation(Layer layer, ActivationFunction function) {
        return fused.contains(layer) ? ActivationFunction.LINEAR : function;
    }

    /**
     * Adds a DL4J layer.
     *
     * @param owner the layer it belongs to
     * @param layer configuration with the sizes of input and output set
     * @param input what flows in
     * @param parameters its parameters: which weight of the owner each is and how it starts
     * @return name of the new vertex
     */
    public String layer(Layer owner, org.deeplearning4j.nn.conf.layers.Layer layer, Signal input,
            LayerParameter... parameters) {
        LayerParameter[] started = parameters;
        if (owner instanceof Weighted weighted && layer instanceof BaseLayer base) {
            KernelSettings settings = new KernelSettings(weighted);
            started = settings.started(parameters);
            settings.apply(base, parameters);
        }
        String vertex = nextName(owner);
        graph.addLayer(vertex, layer, input.vertex());
        for (LayerParameter parameter : started) {
            weights.add(new PlannedWeight(onCanvas(owner), prefix + parameter.weight(), vertex, parameter));
        }
        return vertex;
    }

    /**
     * Adds a DL4J vertex, which may have several inputs.
     *
     * @param owner the layer it belongs to
     * @param vertex the vertex
     * @param inputs what flows in, in order
     * @return name of the new vertex
     */
    public String vertex(Layer owner, GraphVertex vertex, List<Signal> inputs) {
        String name = nextName(owner);
        graph.addVertex(name, vertex, inputs.stream().map(Signal::vertex).toArray(String[]::new));
        return name;
    }

    /**
     * Adds a computation of our own.
     *
     * @param owner the layer it belongs to
     * @param computation the computation; its parameters are weights of the owner, by their names
     * @param input what flows in
     * @param output shape of one sample of the result
     */
    public Signal computation(Layer owner, Computation computation, Signal input, Shape output) {
        LayerParameter[] parameters = computation.parameters().stream()
                .map(parameter -> LayerParameter.of(parameter.key(), parameter.name(), parameter.initializer()))
                .toArray(LayerParameter[]::new);
        return new Signal(layer(owner, new ComputedLayer(computation), input, parameters), output);
    }

    /**
     * Adds the mask of a sequence, which goes when no layer minds it.
     *
     * @param owner the layer it belongs to
     * @param computation gives the mask
     * @param input the sequence
     */
    public Signal mask(Layer owner, Computation computation, Signal input) {
        Signal mask = computation(owner, computation, input, Shape.vector(input.shape().size(0)));
        masks.add(mask.vertex());
        return mask;
    }

    /** DL4J takes no graph with an end that is no output. */
    void removeUnusedMasks() {
        Set<String> used = graph.getVertexInputs().values().stream().flatMap(List::stream)
                .collect(Collectors.toSet());
        masks.stream().filter(mask -> !used.contains(mask)).forEach(mask -> graph.removeVertex(mask, false));
    }

    /**
     * Adds a computation of our own over several arrays.
     *
     * @param owner the layer it belongs to
     * @param combination the computation
     * @param inputs what flows in, in order
     * @param output shape of one sample of the result
     */
    public Signal combination(Layer owner, Combination combination, List<Signal> inputs, Shape output) {
        return new Signal(vertex(owner, new CombinedVertex(combination), inputs), output);
    }

    /** Adds a step without parameters; {@code output} is the shape of one sample behind it. */
    public Signal step(Layer owner, ArrayStep step, Signal input, Shape output) {
        return new Signal(vertex(owner, new PreprocessorVertex(step), List.of(input)), output);
    }

    /** The same numbers under other axes; nothing is added where the sizes are the same. */
    public Signal reshape(Layer owner, Signal input, Shape output) {
        return reshape(owner, input, sizes(output), output);
    }

    /**
     * All but the last axis laid out below one another: {@code [samples, time, features]} becomes
     * {@code [samples·time, features]}. Undo it by {@link #reshape}.
     */
    public Signal rows(Layer owner, Signal input) {
        long[] row = {input.channels()};
        return reshape(owner, input, row, new Shape(List.of(input.shape().last())));
    }

    /** Every time step as a sample of its own: {@code [samples, time, …]} becomes {@code [samples·time, …]}. */
    public Signal steps(Layer owner, Signal input) {
        List<Axis> axes = input.shape().axes();
        Shape step = new Shape(axes.subList(1, axes.size()));
        return reshape(owner, input, sizes(step), step);
    }

    /**
     * Translates a layer that stands inside another one.
     *
     * @throws ReportedException if it can't take the inputs
     */
    public Signal translate(Layer inner, List<Signal> inputs) {
        return translators.translate(inner, inputs, outputShape(inner, inputs), this);
    }

    /**
     * Translates a layer that stands inside another one and may do so several times.
     *
     * @param name stands before the names of its weights: {@code forward} makes {@code forward/kernel}
     * @throws ReportedException if it can't take the inputs
     */
    public Signal translate(Layer inner, List<Signal> inputs, String name) {
        String outer = prefix;
        prefix = outer + name + "/";
        Signal result = translate(inner, inputs);
        prefix = outer;
        return result;
    }

    /** Something the user should know about how this network runs. */
    public void remark(Remark remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    List<PlannedWeight> weights() {
        return List.copyOf(weights);
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    private Signal reshape(Layer owner, Signal input, long[] sizes, Shape output) {
        if (Arrays.equals(input.sizes(), sizes)) {
            return new Signal(input.vertex(), output);
        }
        return step(owner, new Reshape(input.sizes(), sizes), input, output);
    }

    private Shape outputShape(Layer layer, List<Signal> inputs) {
        try {
            return catalog.behavior(layer).orElseThrow(() -> unknown(layer)).outputShape(layer,
                    inputs.stream().map(Signal::shape).toList());
        } catch (ShapeMismatch e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, e.getMessage(), null, e.explanation(), e);
        }
    }

    private static ReportedException unknown(Layer layer) {
        return new ReportedException(ErrorKind.INVALID_INPUT,
                "The type " + layer.eClass().getName() + " of layer '" + layer.getName() + "' is not known here.",
                "Install the plug-in that contributes this layer.");
    }

    /** The layer that the user sees: what stands inside a wrapper has its weights under the wrapper's id. */
    private static Layer onCanvas(Layer layer) {
        return layer.eContainer() instanceof Layer wrapper && !(wrapper instanceof LayerGraph) ? onCanvas(wrapper)
                : layer;
    }

    private String nextName(Layer owner) {
        return ++vertices + ":" + owner.getName();
    }

    private static long[] sizes(Shape shape) {
        return new Signal("", shape).sizes();
    }
}
