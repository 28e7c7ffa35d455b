// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the parts of one ONNX graph and keeps its names apart. Constants and transposed values are made once. */
final class GraphWriter {
    private final List<ValueInfoProto> inputs = new ArrayList<>();
    private final List<ValueInfoProto> outputs = new ArrayList<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final List<TensorProto> initializers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<TensorProto, String> constants = new HashMap<>();
    private final Map<String, String> transposed = new HashMap<>();
    private final Set<String> computed = new HashSet<>();
    private final Map<String, String> results = new HashMap<>();

    /** A name that nothing else in the graph has: the wish, or the wish with a number. */
    String name(String wish) {
        String base = wish == null || wish.isBlank() ? "value" : wish;
        String name = base;
        for (int i = 1; !names.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** Starts an operator; its node and value are called so. */
    Op op(String name, String type) {
        return new Op(this, name + "/" + type, type);
    }

    void input(ValueInfoProto input) {
        inputs.add(input);
    }

    void initializer(TensorProto tensor) {
        initializers.add(tensor);
    }

    void node(NodeProto node) {
        nodes.add(node);
        computed.addAll(node.getOutputList());
    }

    /** A row of whole numbers, such as a shape. */
    String constant(List<Long> numbers) {
        return constant("ints", Protos.ofLongs(numbers));
    }

    /** A single number. */
    String constant(double number) {
        return constant("number", Protos.ofFloats(List.of(), new float[] {(float) number}));
    }

    /** An array that belongs to the graph and not to the weights. */
    String constant(String wish, TensorProto tensor) {
        return constants.computeIfAbsent(tensor, t -> {
            String name = name("constant/" + wish);
            initializers.add(t.toBuilder().setName(name).build());
            return name;
        });
    }

    /** The same signal in another layout. */
    Signal in(Layout layout, Signal signal) {
        List<Integer> permutation = signal.layout().permutationTo(layout, signal.rank());
        if (signal.layout().sameAs(layout, signal.rank())) {
            return new Signal(signal.value(), signal.shape(), layout, signal.lengths());
        }
        String value = transposed.computeIfAbsent(signal.value() + permutation, key -> op(signal.value(), "Transpose")
                .in(signal.value()).ints("perm", permutation).out());
        return new Signal(value, signal.shape(), layout, signal.lengths());
    }

    /**
     * Makes a signal a result of the graph.
     *
     * @param description the result's type and shape, under its name
     */
    void output(Signal signal, ValueInfoProto description) {
        outputs.add(description);
        if (computed.remove(signal.value())) {
            results.put(signal.value(), description.getName());
        } else {
            node(NodeProto.newBuilder().setOpType("Identity").setName(description.getName())
                    .addInput(signal.value()).addOutput(description.getName()).build());
            computed.remove(description.getName());
        }
    }

    /** The graph as it stands. */
    GraphProto graph(String name) {
        return GraphProto.newBuilder().setName(name).addAllInput(inputs).addAllOutput(outputs)
                .addAllNode(nodes.stream().map(this::renamed).toList())
                .addAllInitializer(initializers).build();
    }

    /** The node with values that are results called as these are. */
    private NodeProto renamed(NodeProto node) {
        NodeProto.Builder changed = node.toBuilder().clearInput().clearOutput();
        node.getInputList().forEach(input -> changed.addInput(results.getOrDefault(input, input)));
        node.getOutputList().forEach(output -> changed.addOutput(results.getOrDefault(output, output)));
        return changed.build();
    }
}
