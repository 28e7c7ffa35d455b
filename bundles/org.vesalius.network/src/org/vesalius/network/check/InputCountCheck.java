// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
        List<Miscount> found = network.drawn(this, layer -> miscount(layer, network.catalog()));
        Map<LayerGraph, LooseEnds> ends = new IdentityHashMap<>();
        boolean noInput = found.stream().anyMatch(miscount -> miscount.found() == 0) && isWithoutInput(network.network());
        return found.stream().filter(miscount -> !noInput || miscount.found() > 0 || miscount.graph() != network.network())
                .map(miscount -> miscount.found() > miscount.wanted().max() ? tooMany(miscount)
                        : tooFew(miscount, ends.computeIfAbsent(miscount.graph(), LooseEnds::new)))
                .toList();
    }

    /** A layer that has not as many inputs as it takes. */
    private record Miscount(Layer layer, int found, InputCount wanted) {
        LayerGraph graph() {
            return (LayerGraph) layer.eContainer();
        }
    }

    private static List<Miscount> miscount(Layer layer, LayerCatalog catalog) {
        int found = Inputs.of(layer).size();
        return wanted(layer, catalog).filter(wanted -> found < wanted.min() || found > wanted.max())
                .map(wanted -> new Miscount(layer, found, wanted)).stream().toList();
    }

    /** Where an Input is missing as a whole, that is what is to be said. */
    private static boolean isWithoutInput(Network network) {
        return network.getLayers().stream().noneMatch(Input.class::isInstance);
    }

    private static Optional<InputCount> wanted(Layer layer, LayerCatalog catalog) {
        if (layer instanceof Block block) {
            int inputs = (int) block.getLayers().stream().filter(BlockInput.class::isInstance).count();
            return Optional.of(new InputCount(Math.max(1, inputs), Math.max(1, inputs)));
        }
        return catalog.behavior(layer).map(LayerBehavior::inputs);
    }

    private static Problem tooFew(Miscount miscount, LooseEnds ends) {
        Layer layer = miscount.layer();
        String called = LayerInfo.called(layer);
        List<Fix> fixes = new ArrayList<>();
        ends.above(layer).ifPresent(source -> fixes.add(
                new Connect("Connect " + LayerInfo.called(source) + " to " + called, source, layer)));
        fixes.add(new RemoveElement("Remove " + called, layer));
        String message = miscount.found() == 0 ? called + " gets no input; connect a layer to it."
                : called + " gets one input but takes " + miscount.wanted().display() + "; connect more layers to it.";
        return new Problem(ID, Severity.ERROR, CheckedNetwork.subject(layer), message,
                "A layer can be computed once all its inputs come from other layers.", fixes);
    }

    private static Problem tooMany(Miscount miscount) {
        Layer layer = miscount.layer();
        int found = miscount.found();
        InputCount wanted = miscount.wanted();
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
