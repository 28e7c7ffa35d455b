// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.fix.NumberInputs;
import org.vesalius.network.fix.RemoveElement;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.meta.LayerInfo;

/** Every connection leads from a layer of a network or block to another there, and inputs are numbered 0, 1, 2…. */
final class ConnectionCheck implements NetworkCheck {
    private static final String DANGLING = "network.connection";
    private static final String NUMBERING = "network.input-number";

    @Override
    public List<Problem> check(CheckedNetwork network) {
        List<Problem> problems = new ArrayList<>();
        network.graphs().forEach(graph -> dangling(graph, problems));
        problems.addAll(network.drawn(this, layer -> wellNumbered(layer) ? List.of() : List.of(numbering(layer))));
        return problems;
    }

    private static void dangling(LayerGraph graph, List<Problem> problems) {
        for (Connection connection : graph.getConnections()) {
            if (!inside(graph, connection.getSource()) || !inside(graph, connection.getTarget())) {
                problems.add(dangling(graph, connection));
            }
        }
    }

    private static boolean inside(LayerGraph graph, Layer end) {
        return end != null && end.eContainer() == graph;
    }

    private static boolean wellNumbered(Layer layer) {
        List<Connection> inputs = Inputs.connections(layer);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).getTargetInput() != i) {
                return false;
            }
        }
        return true;
    }

    private static Problem dangling(LayerGraph graph, Connection connection) {
        Layer held = inside(graph, connection.getSource()) ? connection.getSource() : connection.getTarget();
        boolean oneEnd = inside(graph, held);
        String message = oneEnd ? "A connection of " + LayerInfo.called(held) + " has a loose end; remove it."
                : "A connection has two loose ends; remove it.";
        return Problem.error(DANGLING, oneEnd ? CheckedNetwork.subject(held) : "", message,
                "A connection leads from one layer of the network to another; the layer at its end is gone or was"
                        + " never set.",
                new RemoveElement("Remove the connection", connection));
    }

    private static Problem numbering(Layer layer) {
        String called = LayerInfo.called(layer);
        return Problem.error(NUMBERING, CheckedNetwork.subject(layer),
                "The inputs of " + called + " are not numbered 0, 1, 2 and so on.",
                "The numbers say in which order the inputs are taken; with gaps or doubles the order is not certain.",
                new NumberInputs("Number the inputs of " + called, layer));
    }
}
