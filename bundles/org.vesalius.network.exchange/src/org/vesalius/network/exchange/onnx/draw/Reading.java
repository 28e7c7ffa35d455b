// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.graph.ArrayReader;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignGraph;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.exchange.onnx.graph.Value;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.shape.Shape;

/** A graph while it is read: what its names stand for so far, and the network that is drawn from it. */
public final class Reading {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
            "seventh", "eighth");

    private final ForeignGraph graph;
    private final ArrayReader arrays;
    private final LayerCatalog catalog;
    private final long operatorSet;
    private final NetworkDraft draft = new NetworkDraft();
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Value> deferred = new HashMap<>();
    private final Map<String, DataType> whole = new HashMap<>();
    private final Map<String, Integer> uses;
    private final Map<String, ForeignNode> producers;

    public Reading(ForeignGraph graph, ArrayReader arrays, LayerCatalog catalog, long operatorSet) {
        this.graph = graph;
        this.arrays = arrays;
        this.catalog = catalog;
        this.operatorSet = operatorSet;
        this.uses = graph.uses();
        this.producers = graph.producers();
    }

    public ForeignGraph graph() {
        return graph;
    }

    public NetworkDraft draft() {
        return draft;
    }

    /** The version of the standard operators. */
    public long operatorSet() {
        return operatorSet;
    }

    /** What a name stands for; empty for a name that nothing gives or that was left out. */
    public Optional<Value> value(String name) {
        Value known = values.get(name);
        if (known == null && graph.initializers().containsKey(name)) {
            known = arrays.read(graph.initializers().get(name));
            values.put(name, known);
        }
        return Optional.ofNullable(known);
    }

    /** What a name stands for, a part of a value made into layers. */
    public Optional<Value> resolved(String name) throws NotExpressible {
        Optional<Value> value = value(name);
        if (value.isPresent() && value.get() instanceof Selection selection) {
            deferred.put(name, selection);
            values.put(name, selection.view(this));
        }
        return value(name);
    }

    /** Begins to read an operator. @return the state that {@link #backTo} goes back to */
    public int begin() {
        deferred.clear();
        return draft.mark();
    }

    /** Takes back the layers that were added since. */
    public void backTo(int mark) {
        draft.backTo(mark);
        values.putAll(deferred);
    }

    /** Whether a value holds whole numbers by its type. */
    public boolean isWhole(String name) {
        return wholeType(name).isPresent();
    }

    /** The type of a value that holds whole numbers by its type. */
    public Optional<DataType> wholeType(String name) {
        return Optional.ofNullable(whole.get(name))
                .or(() -> graph.type(name).filter(type -> !NumberTypes.areDecimal(type)));
    }

    /** Says that a value holds whole numbers by its type. */
    public void setWhole(String name, DataType type) {
        whole.put(name, type);
    }

    /** Whether a value is taken by nothing but as the places that others pick from. */
    public boolean isOnlyIndex(String name) {
        List<ForeignNode> takers = takers(name);
        return !takers.isEmpty() && takers.size() == uses(name)
                && takers.stream().allMatch(node -> node.type().equals("Gather") && node.input(1).equals(name));
    }

    /** The operators that take a value. */
    public List<ForeignNode> takers(String name) {
        return graph.nodes().stream().filter(node -> node.inputs().contains(name)).toList();
    }

    /** What an operator takes as its input of this number; empty if it is left out. */
    public Optional<Value> value(ForeignNode node, int input) {
        return value(node.input(input));
    }

    /** An input that comes from a layer. */
    public View view(ForeignNode node, int input) throws NotExpressible {
        Value value = resolved(node.input(input)).orElse(null);
        if (value instanceof View view) {
            return view;
        }
        throw new NotExpressible(value instanceof Value.Opaque ? "the shape of what it gets is not known"
                : "its " + ordinal(input) + " input is a constant, where layers take data");
    }

    /** A value that comes from a layer. */
    public View view(String name) throws NotExpressible {
        Value value = resolved(name).orElse(null);
        if (value instanceof View view) {
            return view;
        }
        throw new NotExpressible("it does not come from data");
    }

    /** An input that is a constant; empty if it is left out. */
    public Optional<ForeignArray> constant(ForeignNode node, int input) throws NotExpressible {
        Optional<Value> value = value(node, input);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ForeignArray array) {
            return Optional.of(array);
        }
        throw new NotExpressible("its " + ordinal(input) + " input is computed from data");
    }

    /** An input that has to be a constant. */
    public ForeignArray needed(ForeignNode node, int input) throws NotExpressible {
        return constant(node, input).orElseThrow(() -> new NotExpressible("its " + ordinal(input) + " input is missing"));
    }

    /** Says what the first result of an operator is. */
    public void put(ForeignNode node, Value value) {
        put(node.output(), value);
    }

    public void put(String name, Value value) {
        values.put(name, value);
    }

    /** How often a value is taken. */
    public int uses(String value) {
        return uses.getOrDefault(value, 0);
    }

    /** The operator that gives an input of another. */
    public Optional<ForeignNode> producer(ForeignNode node, int input) {
        return Optional.ofNullable(producers.get(node.input(input)));
    }

    /** Adds a layer that computes an operator. @return its result, the batch first and the axes as in Vesalius */
    public View add(ForeignNode node, Layer layer, View... inputs) throws NotExpressible {
        return add(node.called(), node.type(), layer, List.of(inputs));
    }

    /** Adds a layer behind others. */
    public View add(String name, String type, Layer layer, List<View> inputs) throws NotExpressible {
        String changed = WithinLimits.bring(layer);
        Shape shape = shape(layer, inputs.stream().map(View::shape).toList());
        draft.add(layer, name, type, inputs.stream().map(View::layer).toList());
        if (!changed.isEmpty()) {
            draft.note(layer, Fidelity.APPROXIMATED, changed);
        }
        return View.of(layer, shape, batch(inputs));
    }

    /** Adds a layer that changes numbers one by one, so that the arrangement stays. */
    public View addInPlace(ForeignNode node, Layer layer, View input) throws NotExpressible {
        return input.by(add(node, layer, input).layer());
    }

    /**
     * The value with its layer's axes made of these atoms, in this order; layers are added where they are needed.
     *
     * @param name what an added layer is called after
     */
    public View arranged(View view, List<List<Atom>> wanted, String name) throws NotExpressible {
        return new Arrangement(this, name).arrange(view, wanted);
    }

    /** The value as it is, batch first, as the result of a layer. */
    public View asItIs(View view, String name) throws NotExpressible {
        if (!view.isBatchFirst()) {
            throw new NotExpressible("the samples do not lie along the first axis");
        }
        return arranged(view, view.sample(), name);
    }

    private static String ordinal(int input) {
        return input < ORDINALS.size() ? ORDINALS.get(input) : Integer.toString(input + 1) + "th";
    }

    private static Atom batch(List<View> inputs) {
        return inputs.stream().flatMap(input -> input.groups().stream()).flatMap(List::stream)
                .filter(Atom::isBatch).findFirst().orElseGet(() -> Atom.batch(Atom.UNKNOWN));
    }

    private Shape shape(Layer layer, List<Shape> inputs) throws NotExpressible {
        LayerBehavior<Layer> behavior = catalog.behavior(layer).orElseThrow();
        try {
            return behavior.outputShape(layer, inputs);
        } catch (ShapeMismatch e) {
            throw new NotExpressible(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new NotExpressible("its sizes are out of range");
        }
    }
}
