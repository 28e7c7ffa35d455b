// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** No layer waits for itself. */
final class CycleCheck implements NetworkCheck {
    private static final int SHOWN = 12;

    @Override
    public List<Problem> check(CheckedNetwork network) {
        return network.graphs().stream().flatMap(graph -> network.order(graph).cycles().stream())
                .map(CycleCheck::problem).toList();
    }

    private static Problem problem(List<Layer> cycle) {
        List<Layer> path = new ArrayList<>(cycle);
        path.add(cycle.get(0));
        List<Connection> suspects = suspects(path);
        Connection likeliest = suspects.get(0);
        return new Problem("network.cycle", Severity.ERROR, CheckedNetwork.subject(cycle.get(0)),
                "The layers " + text(path) + " form a cycle; remove one of its connections, most likely that from "
                        + likeliest.getSource().getName() + " to " + likeliest.getTarget().getName() + ".",
                "Data flows from the inputs to the outputs and never back, so no layer may depend on its own result."
                        + " Repetition in time is what recurrent layers such as LSTM are for.",
                suspects.stream().limit(SHOWN).map(CycleCheck::removal).toList());
    }

    /** The connections of a cycle, the likeliest slip first: one that is not all its target gets, and leads upwards. */
    private static List<Connection> suspects(List<Layer> path) {
        Set<Layer> ring = new HashSet<>(path);
        List<Connection> connections = new ArrayList<>();
        for (int i = path.size() - 2; i >= 0; i--) {
            Layer next = path.get(i + 1);
            Successors.connections(path.get(i)).stream().filter(connection -> connection.getTarget() == next)
                    .forEach(connections::add);
        }
        connections.sort(Comparator.comparing((Connection connection) -> !entered(connection.getTarget(), ring))
                .thenComparing(connection -> connection.getSource().getY() < connection.getTarget().getY()));
        return connections;
    }

    private static boolean entered(Layer layer, Set<Layer> ring) {
        return Inputs.of(layer).stream().anyMatch(source -> !ring.contains(source));
    }

    private static Fix removal(Connection connection) {
        return new RemoveElement("Remove the connection from " + LayerInfo.called(connection.getSource()) + " to "
                + LayerInfo.called(connection.getTarget()), connection);
    }

    private static String text(List<Layer> path) {
        if (path.size() <= SHOWN) {
            return path.stream().map(Layer::getName).collect(Collectors.joining(" → "));
        }
        return text(path.subList(0, SHOWN - 1)) + " → … → " + path.get(path.size() - 1).getName();
    }
}
