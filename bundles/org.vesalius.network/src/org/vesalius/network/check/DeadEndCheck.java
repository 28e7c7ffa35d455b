// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.check.Problem;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** What a layer computes is used. */
final class DeadEndCheck implements NetworkCheck {
    @Override
    public List<Problem> check(CheckedNetwork network) {
        List<Layer> nowhere = network.drawn(this, layer -> leadsNowhere(layer) ? List.of(layer) : List.of());
        if (nowhere.isEmpty()) {
            return List.of();
        }
        Set<LayerGraph> ended = network.graphs().stream()
                .filter(graph -> graph.getLayers().stream().anyMatch(DeadEndCheck::isEnd)).collect(Collectors.toSet());
        return nowhere.stream().filter(layer -> ended.contains(layer.eContainer())).map(DeadEndCheck::problem).toList();
    }

    private static boolean isEnd(Layer layer) {
        return layer instanceof Output || layer instanceof BlockOutput;
    }

    private static boolean leadsNowhere(Layer layer) {
        boolean startsSomewhere = layer instanceof Input || layer instanceof BlockInput || !Inputs.of(layer).isEmpty();
        return !isEnd(layer) && startsSomewhere && Successors.of(layer).isEmpty();
    }

    private static Problem problem(Layer layer) {
        String called = LayerInfo.called(layer);
        return Problem.error("network.unused", CheckedNetwork.subject(layer),
                called + " leads nowhere; connect it to another layer or remove it.",
                "Training changes only layers whose results reach an Output, from a block by its Block output.",
                new RemoveElement("Remove " + called, layer));
    }
}
