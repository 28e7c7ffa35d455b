// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph whose names are sound.
 *
 * @param nodes its operators, each behind those whose results it takes
 * @param inputs what the data are fed into: inputs that are no initialisers
 * @param outputs its results
 * @param initializers its constants by name
 * @param described types and shapes of values where the file says them
 */
public record ForeignGraph(List<ForeignNode> nodes, List<ValueInfoProto> inputs, List<ValueInfoProto> outputs,
        Map<String, TensorProto> initializers, Map<String, ValueInfoProto> described) {
    /** Stands where an operator leaves out an input or a result, which are not one and the same value. */
    private static final String LEFT_OUT = "";

    public ForeignGraph {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        initializers = Collections.unmodifiableMap(initializers);
        described = Collections.unmodifiableMap(described);
    }

    /** The same graph with other operators. */
    ForeignGraph with(List<ForeignNode> newNodes) {
        return new ForeignGraph(newNodes, inputs, outputs, initializers, described);
    }

    /** The same graph without operators and inputs that no result depends on. */
    public ForeignGraph needed() {
        Set<String> wanted = new HashSet<>();
        outputs.forEach(output -> wanted.add(output.getName()));
        List<ForeignNode> kept = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).outputs().stream().anyMatch(wanted::contains)) {
                kept.add(nodes.get(i));
                wanted.addAll(nodes.get(i).inputs());
                wanted.remove(LEFT_OUT);
            }
        }
        Collections.reverse(kept);
        List<ValueInfoProto> fed = inputs.stream().filter(input -> wanted.contains(input.getName())).toList();
        return new ForeignGraph(kept, fed, outputs, initializers, described);
    }

    /** How often each value is taken, by operators and as a result of the graph. */
    public Map<String, Integer> uses() {
        Map<String, Integer> uses = new HashMap<>();
        nodes.forEach(node -> node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
        outputs.forEach(output -> uses.merge(output.getName(), 1, Integer::sum));
        uses.remove(LEFT_OUT);
        return uses;
    }

    /** The operator that gives each value. */
    public Map<String, ForeignNode> producers() {
        Map<String, ForeignNode> producers = new HashMap<>();
        nodes.forEach(node -> node.outputs().forEach(output -> producers.put(output, node)));
        producers.remove(LEFT_OUT);
        return producers;
    }

    /** The type that the file gives for the numbers of a value. */
    public Optional<DataType> type(String value) {
        return Optional.ofNullable(described.get(value))
                .map(info -> DataType.forNumber(info.getType().getTensorType().getElemType()))
                .filter(type -> type != DataType.UNDEFINED);
    }

    /** The sizes that the file gives for a value, {@link Sizes#UNKNOWN} where it names them only. */
    public Optional<List<Long>> dims(String value) {
        ValueInfoProto info = described.get(value);
        if (info == null || !info.getType().getTensorType().hasShape()) {
            return Optional.empty();
        }
        return Optional.of(info.getType().getTensorType().getShape().getDimList().stream()
                .map(dim -> dim.hasDimValue() && dim.getDimValue() > 0 ? dim.getDimValue() : Sizes.UNKNOWN).toList());
    }
}
