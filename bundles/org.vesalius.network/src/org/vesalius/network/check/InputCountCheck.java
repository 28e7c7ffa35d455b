// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.Connect;
import org.vesalius.network.fix.MergeInputs;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.meta.LayerInfo;

/** Every layer has as many inputs as it takes. */
final class InputCountCheck implements NetworkCheck {
    private static final String ID = "network.inputs";

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.graphs().stream().flatMap(graph -> check(graph, network.catalog()).stream()).toList();
    }

    private static List<Problem> check(LayerGraph graph, LayerCatalog catalog) {
        boolean noInput = graph instanceof Network && graph.getLayers().stream().noneMatch(Input.class::isInstance);
        LooseEnds ends = new LooseEnds(graph);
        List<Problem> problems = new ArrayList<>();
        for (Layer layer : graph.getLayers()) {
            int found = Inputs.of(layer).size();
            Optional<InputCount> wanted = wanted(layer, catalog);
            if (wanted.isEmpty() || noInput && found == 0) {
                continue;
            }
            if (found < wanted.get().min()) {
                problems.add(tooFew(ends, layer, found, wanted.get()));
            } else if (found > wanted.get().max()) {
                problems.add(tooMany(layer, found, wanted.get()));
            }
        }
        return problems;
    }

    private static Optional<InputCount> wanted(Layer layer, LayerCatalog catalog) {
        if (layer instanceof Block block) {
            int inputs = (int) block.getLayers().stream().filter(BlockInput.class::isInstance).count();
            return Optional.of(new InputCount(Math.max(1, inputs), Math.max(1, inputs)));
        }
        return catalog.behavior(layer).map(LayerBehavior::inputs);
    }

    private static Problem tooFew(LooseEnds ends, Layer layer, int found, InputCount wanted) {
        String called = LayerInfo.called(layer);
        List<Fix> fixes = new ArrayList<>();
        ends.above(layer).ifPresent(source -> fixes.add(
                new Connect("Connect " + LayerInfo.called(source) + " to " + called, source, layer)));
        fixes.add(new RemoveElement("Remove " + called, layer));
        String message = found == 0 ? called + " gets no input; connect a layer to it."
                : called + " gets one input but takes " + wanted.display() + "; connect more layers to it.";
        return new Problem(ID, Severity.ERROR, CheckedNetwork.subject(layer), message,
                "A layer can be computed once all its inputs come from other layers.", fixes);
    }

    private static Problem tooMany(Layer layer, int found, InputCount wanted) {
        String called = LayerInfo.called(layer);
        List<Fix> fixes = new ArrayList<>();
        if (wanted.max() == 1) {
            fixes.add(new MergeInputs("Join its inputs by a Concatenate", layer, NetworkPackage.Literals.CONCATENATE));
            fixes.add(new MergeInputs("Add its inputs up by an Add", layer, NetworkPackage.Literals.ADD));
        }
        Inputs.connections(layer).stream().filter(connection -> connection.getSource() != null).skip(wanted.max())
                .map(InputCountCheck::removal).forEach(fixes::add);
        return new Problem(ID, Severity.ERROR, CheckedNetwork.subject(layer),
                called + " gets " + found + (found == 1 ? " input" : " inputs") + " but takes " + wanted.display()
                        + ".",
                "Results of several layers become one by a Concatenate or an Add.", fixes);
    }

    private static Fix removal(Connection extra) {
        return new RemoveElement("Remove the connection from " + LayerInfo.called(extra.getSource()), extra);
    }
}
