// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Input;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignGraph;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.shape.Shape;

/**
 * The inputs of a graph. Whether an array holds channels first or last, or steps before samples, its type does not say;
 * the first operators that take it do.
 */
final class GraphInputs {
    private static final Set<String> WANT_CHANNELS_FIRST = Set.of("Conv", "ConvTranspose", "MaxPool", "AveragePool",
            "GlobalAveragePool", "GlobalMaxPool", "BatchNormalization", "InstanceNormalization", "GroupNormalization", "Resize", "Upsample",
            "LRN", "DepthToSpace", "SpaceToDepth");
    private static final Set<String> WANT_TIME_FIRST = Set.of("LSTM", "GRU", "RNN");
    private static final Set<String> KEEP_AXES = Set.of("Relu", "Sigmoid", "Tanh", "Add", "Sub", "Mul", "Div", "Pad",
            "Cast", "Identity", "Clip", "LeakyRelu", "Dropout", "Neg");
    private static final int LONGEST_LOOK = 1000;

    private final ForeignGraph graph;
    private final Path file;
    private final Map<String, List<ForeignNode>> takers = new HashMap<>();

    GraphInputs(ForeignGraph graph, Path file) {
        this.graph = graph;
        this.file = file;
        graph.nodes().forEach(node -> new HashSet<>(node.inputs())
                .forEach(input -> takers.computeIfAbsent(input, name -> new ArrayList<>()).add(node)));
    }

    /**
     * Adds a layer for each input.
     *
     * @throws ReportedException if an input has no shape, or one that no array can have
     */
    void addTo(Reading reading) {
        for (ValueInfoProto input : graph.inputs()) {
            List<Long> dims = graph.dims(input.getName()).filter(sizes -> sizes.size() > 0)
                    .orElseThrow(() -> refuse(input, "comes without a shape"));
            if (dims.size() > Shape.MAX_RANK || dims.stream().anyMatch(size -> size > Integer.MAX_VALUE)) {
                throw refuse(input, "has the sizes " + Sizes.text(dims) + ", more than can be computed with");
            }
            add(input.getName(), dims, reading);
        }
    }

    private void add(String name, List<Long> dims, Reading reading) {
        String taker = dims.size() > 2 ? firstOpinion(name) : "";
        int batchAxis = WANT_TIME_FIRST.contains(taker) && dims.size() == 3 && !isBatchFirst(name) ? 1 : 0;
        List<Atom> atoms = new ArrayList<>();
        for (int axis = 0; axis < dims.size(); axis++) {
            int size = dims.get(axis) == Sizes.UNKNOWN ? Atom.UNKNOWN : dims.get(axis).intValue();
            atoms.add(axis == batchAxis ? Atom.batch(size) : Atom.axis(size));
        }
        List<List<Atom>> groups = atoms.stream().map(List::of).toList();
        List<List<Atom>> natural = new ArrayList<>(groups);
        natural.remove(batchAxis);
        if (WANT_CHANNELS_FIRST.contains(taker)) {
            natural.add(natural.remove(0));
        }
        Input input = NetworkFactory.eINSTANCE.createInput();
        input.setShape(shape(natural));
        reading.draft().add(input, name, "input", List.of());
        reading.put(name, new View(input, input.getShape(), natural.isEmpty() ? List.of(List.of()) : natural, groups));
        if (graph.type(name).filter(NumberTypes::areHalf).isPresent()) {
            reading.draft().note(input, Fidelity.APPROXIMATED,
                    "the file computes in half precision; here its results have more digits");
        }
        if (batchAxis == 1 || WANT_CHANNELS_FIRST.contains(taker)) {
            reading.draft().remark("The input '" + input.getName() + "' takes " + input.getShape().describe()
                    + (batchAxis == 1 ? ", samples before steps." : ", channels last."));
        }
    }

    private static Shape shape(List<List<Atom>> natural) {
        return natural.isEmpty() ? Sizes.shape(List.of(1)) : Sizes.shape(natural.stream().map(Atom::product).toList());
    }

    private boolean isBatchFirst(String name) {
        return takers.getOrDefault(name, List.of()).stream().anyMatch(node -> node.integer("layout", 0) == 1);
    }

    /** The first operator behind an input that minds the order of axes; empty if none does. */
    private String firstOpinion(String name) {
        List<String> open = new ArrayList<>(List.of(name));
        for (int i = 0; i < open.size() && i < LONGEST_LOOK; i++) {
            for (ForeignNode node : takers.getOrDefault(open.get(i), List.of())) {
                boolean data = open.get(i).equals(node.input(0));
                if (data && (WANT_CHANNELS_FIRST.contains(node.type()) || WANT_TIME_FIRST.contains(node.type()))) {
                    return node.type();
                }
                if (makesGroups(node)) {
                    return "GroupNormalization";
                }
                if (KEEP_AXES.contains(node.type())) {
                    open.add(node.output());
                } else if (!node.type().equals("Shape")) {
                    return "";
                }
            }
        }
        return "";
    }

    /** Whether an operator makes channels of groups of channels, only to normalise these. */
    private boolean makesGroups(ForeignNode node) {
        return node.type().equals("Reshape") && takers.getOrDefault(node.output(), List.of()).stream()
                .anyMatch(taker -> taker.type().equals("InstanceNormalization"));
    }

    private ReportedException refuse(ValueInfoProto input, String what) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The input '" + input.getName() + "' of the model " + what
                + ".", file, "Export the model again with fixed sizes of its inputs.");
    }
}
