// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.Output;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.Variation;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.shape.Shape;

/** The lines of one function: the layers of a network or of a block, each in an assignment. */
final class KerasCode {
    private static final String INDENT = "    ";

    private final NetworkAnalysis analysis;
    private final PythonFile file;
    private final LayerGraph graph;
    private final boolean inBlock;
    private final Map<Layer, String> variables = new HashMap<>();
    private final Set<String> used = new HashSet<>(PythonFile.RESERVED);
    private final List<String> lines = new ArrayList<>();
    private final LayerCode code = new LayerCode();

    KerasCode(NetworkAnalysis analysis, PythonFile file, LayerGraph graph) {
        this.analysis = analysis;
        this.file = file;
        this.graph = graph;
        this.inBlock = graph instanceof Block;
    }

    /** Gives a layer the variable that a function gets as its argument. */
    String argument(Layer layer) {
        String variable = unique(layer.getName());
        variables.put(layer, variable);
        return variable;
    }

    /** The lines, indented. */
    List<String> lines() {
        for (Layer layer : TopologicalOrder.of(graph).layers()) {
            if (layer instanceof Block block) {
                block(block);
            } else if (layer instanceof BlockOutput) {
                lines.add(INDENT + "return " + variable(Inputs.of(layer).get(0)));
            } else if (!(layer instanceof BlockInput) && !(layer instanceof Output)) {
                layer(layer);
            }
        }
        return lines;
    }

    /** The variable that holds what a layer gives. */
    String variable(Layer layer) {
        return variables.get(layer);
    }

    private void layer(Layer layer) {
        List<Layer> inputs = Inputs.of(layer);
        int rank = inputs.isEmpty() ? 0 : analysis.shapeOf(inputs.get(0)).map(Shape::rank).orElse(0);
        LayerCode.Call call = code.call(layer, name(layer), rank, varied(layer));
        file.note(new LayerNote(layer.getName(), call.type(), call.fidelity(), call.note()));
        if (call.fidelity() != Fidelity.EXACT) {
            lines.add(INDENT + "# " + call.fidelity().label() + ": " + call.note().replace('\n', ' '));
        }
        String given = layer instanceof Input ? "" : "(" + given(layer, inputs) + ")";
        lines.add(INDENT + assigned(layer, inputs) + " = " + call.expression() + given);
    }

    private String given(Layer layer, List<Layer> inputs) {
        List<String> names = inputs.stream().map(this::variable).toList();
        if (layer instanceof SelfAttention) {
            return names.get(0) + ", " + names.get(0);
        }
        if (layer instanceof MultiHeadAttention) {
            return String.join(", ", names);
        }
        return names.size() == 1 ? names.get(0) : "[" + String.join(", ", names) + "]";
    }

    private void block(Block block) {
        String function = file.function(block, analysis);
        List<Layer> inputs = Inputs.of(block);
        List<String> given = inputs.stream().map(this::variable).toList();
        String result = assigned(block, inputs);
        if (block.getRepeat() <= 1) {
            lines.add(INDENT + result + " = " + function + "(" + String.join(", ", given) + ", name=" + name(block)
                    + ")");
            return;
        }
        if (!result.equals(given.get(0))) {
            lines.add(INDENT + result + " = " + given.get(0));
        }
        List<String> again = new ArrayList<>(given);
        again.set(0, result);
        lines.add(INDENT + "for i in range(" + block.getRepeat() + "):");
        lines.add(INDENT + INDENT + result + " = " + function + "(" + String.join(", ", again) + ", name="
                + repeatedName(block) + (PythonFile.varies(block) ? ", i=i, n=" + block.getRepeat() : "") + ")");
    }

    /** A chain goes on in one variable; where paths part or meet, each gets a name of its own. */
    private String assigned(Layer layer, List<Layer> inputs) {
        boolean chain = inputs.size() == 1 && readers(inputs.get(0)) == 1 && !(inputs.get(0) instanceof Input)
                && !(inputs.get(0) instanceof BlockInput);
        String variable = chain ? variable(inputs.get(0))
                : layer instanceof Input || used.contains("x") ? unique(layer.getName()) : unique("x");
        variables.put(layer, variable);
        return variable;
    }

    private static long readers(Layer layer) {
        return layer.getOutgoing().stream().filter(connection -> connection.eContainer() != null).count();
    }

    private Map<String, String> varied(Layer layer) {
        Map<String, String> varied = new HashMap<>();
        if (graph instanceof Block block) {
            block.getVariations().stream().filter(variation -> variation.getLayer() == layer).forEach(
                    variation -> varied.put(PythonFile.key(variation.getAttribute()), value(layer, variation)));
        }
        return varied;
    }

    private static String value(Layer layer, Variation variation) {
        String calculation = variation.getExpression().replace("^", "**");
        EStructuralFeature attribute = layer.eClass().getEStructuralFeature(variation.getAttribute());
        boolean whole = attribute == null || attribute.getEType().getInstanceClass() != double.class;
        return whole ? "int(" + calculation + ")" : calculation;
    }

    private String name(Layer layer) {
        String own = PythonFile.legal(layer.getName());
        return inBlock ? "f'{name}_" + own + "'" : "'" + own + "'";
    }

    private String repeatedName(Layer layer) {
        String own = PythonFile.legal(layer.getName());
        return inBlock ? "f'{name}_" + own + "_{i}'" : "f'" + own + "_{i}'";
    }

    private String unique(String name) {
        String legal = PythonFile.identifier(name);
        String stem = PythonFile.RESERVED.contains(legal) ? legal + "_" : legal;
        String free = stem;
        for (int i = 2; !used.add(free); i++) {
            free = stem + "_" + i;
        }
        return free;
    }
}
