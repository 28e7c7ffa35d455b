// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.RemoveConnection;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.meta.LayerInfo;

/** No layer waits for itself. */
final class CycleCheck implements NetworkCheck {
    private static final int SHOWN = 12;

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.graphs().stream().flatMap(graph -> TopologicalOrder.of(graph).cycles().stream())
                .map(CycleCheck::problem).toList();
    }

    private static Problem problem(List<Layer> cycle) {
        List<Layer> path = new ArrayList<>(cycle);
        path.add(cycle.get(0));
        List<Fix> fixes = new ArrayList<>();
        for (int i = cycle.size() - 1; i >= 0 && fixes.size() < SHOWN; i--) {
            between(path.get(i), path.get(i + 1)).forEach(fixes::add);
        }
        return new Problem("network.cycle", Severity.ERROR, CheckedNetwork.subject(cycle.get(0)),
                "The layers " + text(path) + " form a cycle; remove one of its connections.",
                "Data flows from the inputs to the outputs and never back, so no layer may depend on its own result."
                        + " Repetition in time is what recurrent layers such as LSTM are for.", fixes);
    }

    private static String text(List<Layer> path) {
        if (path.size() <= SHOWN) {
            return path.stream().map(Layer::getName).collect(Collectors.joining(" → "));
        }
        return text(path.subList(0, SHOWN - 1)) + " → … → " + path.get(path.size() - 1).getName();
    }

    private static List<Fix> between(Layer source, Layer target) {
        List<Fix> fixes = new ArrayList<>();
        for (Connection connection : Successors.connections(source)) {
            if (connection.getTarget() == target) {
                String label = "Remove the connection from " + LayerInfo.called(source) + " to "
                        + LayerInfo.called(target);
                fixes.add(new RemoveConnection(label, connection));
            }
        }
        return fixes;
    }
}
