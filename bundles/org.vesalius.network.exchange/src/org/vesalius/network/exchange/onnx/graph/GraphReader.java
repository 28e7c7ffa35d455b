// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * Reads the operators of a graph and sees that its names are sound: each value comes from one place, nothing waits for
 * itself. Linear in the size of the graph, without recursion.
 *
 * @param file the file, for messages
 */
public record GraphReader(Path file) {
    /**
     * The graph.
     *
     * @throws ReportedException if two values have one name, one is missing, or operators wait for each other
     */
    public ForeignGraph read(GraphProto graph) {
        Map<String, TensorProto> initializers = new LinkedHashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (initializers.put(tensor.getName(), tensor) != null) {
                throw twice(tensor.getName());
            }
        }
        if (graph.getSparseInitializerCount() > 0) {
            throw refuse("The model keeps weights as sparse arrays, which can't be read.",
                    "Export it with ordinary weights.");
        }
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !initializers.containsKey(input.getName())).toList();
        List<ForeignNode> nodes = ordered(nodes(graph), inputs, initializers);
        return new ForeignGraph(nodes, inputs, graph.getOutputList(), initializers, described(graph));
    }

    private static Map<String, ValueInfoProto> described(GraphProto graph) {
        Map<String, ValueInfoProto> described = new HashMap<>();
        graph.getValueInfoList().forEach(info -> described.put(info.getName(), info));
        graph.getInputList().forEach(info -> described.put(info.getName(), info));
        graph.getOutputList().forEach(info -> described.put(info.getName(), info));
        return described;
    }

    private static List<ForeignNode> nodes(GraphProto graph) {
        List<ForeignNode> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOutputCount() > 0) {
                nodes.add(node(node));
            }
        }
        return nodes;
    }

    private static ForeignNode node(NodeProto node) {
        Map<String, AttributeProto> attributes = new LinkedHashMap<>();
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
        String type = ModelFile.isStandard(node.getDomain()) ? node.getOpType()
                : node.getDomain() + "." + node.getOpType();
        return new ForeignNode(node.getName(), type, node.getInputList(), node.getOutputList(), attributes);
    }

    /** The format wants operators in order already; files of some tools are not. */
    private List<ForeignNode> ordered(List<ForeignNode> nodes, List<ValueInfoProto> inputs,
            Map<String, TensorProto> initializers) {
        Map<String, List<ForeignNode>> waiting = new HashMap<>();
        Map<ForeignNode, Integer> missing = new IdentityHashMap<>();
        Map<String, Boolean> known = known(inputs, initializers);
        nodes.forEach(node -> produce(node, known));
        Deque<ForeignNode> ready = new ArrayDeque<>();
        for (ForeignNode node : nodes) {
            int count = enlist(node, known, waiting);
            missing.put(node, count);
            if (count == 0) {
                ready.add(node);
            }
        }
        return release(ready, waiting, missing, nodes.size());
    }

    private static Map<String, Boolean> known(List<ValueInfoProto> inputs, Map<String, TensorProto> initializers) {
        Map<String, Boolean> known = new HashMap<>();
        inputs.forEach(input -> known.put(input.getName(), true));
        initializers.keySet().forEach(name -> known.put(name, true));
        return known;
    }

    private void produce(ForeignNode node, Map<String, Boolean> known) {
        for (String output : node.outputs()) {
            if (!output.isEmpty() && known.putIfAbsent(output, false) != null) {
                throw twice(output);
            }
        }
    }

    private int enlist(ForeignNode node, Map<String, Boolean> known, Map<String, List<ForeignNode>> waiting) {
        int count = 0;
        for (String input : node.inputs()) {
            Boolean there = input.isEmpty() ? Boolean.TRUE : known.get(input);
            if (there == null) {
                throw refuse("'" + node.called() + "' takes the value '" + input + "', which nothing in the model gives.",
                        "The file is incomplete; export the model again with all its weights.");
            }
            if (!there) {
                waiting.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
                count++;
            }
        }
        return count;
    }

    private List<ForeignNode> release(Deque<ForeignNode> ready, Map<String, List<ForeignNode>> waiting,
            Map<ForeignNode, Integer> missing, int total) {
        List<ForeignNode> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            ForeignNode node = ready.remove();
            ordered.add(node);
            for (String output : node.outputs()) {
                for (ForeignNode next : waiting.getOrDefault(output, List.of())) {
                    if (missing.merge(next, -1, Integer::sum) == 0) {
                        ready.add(next);
                    }
                }
            }
        }
        if (ordered.size() < total) {
            throw refuse("The operators of the model wait for each other in a circle.", "Export the model again.");
        }
        return ordered;
    }

    private ReportedException twice(String name) {
        return refuse("Two values of the model have the name '" + name + "'.", "Export the model again.");
    }

    private ReportedException refuse(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }
}
