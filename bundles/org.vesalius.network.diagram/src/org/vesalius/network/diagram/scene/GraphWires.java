// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.diagram.scene.SkipLanes.Span;
import org.vesalius.network.shape.Shape;

/**
 * The connections of a network or of the inside of a block as lines. A shape is written once where it flows to several
 * layers: on a connection that goes straight down, if there is one.
 *
 * @param graph whose connections these are
 * @param boxes where its layers stand
 * @param analysis what flows on the connections
 */
record GraphWires(LayerGraph graph, Map<Layer, Box> boxes, NetworkAnalysis analysis) {

    /** Adds all lines. */
    void addTo(List<Wire> wires) {
        WireRoutes routes = new WireRoutes(List.copyOf(boxes.values()));
        List<Connection> drawn = graph.getConnections().stream()
                .filter(c -> boxes.containsKey(c.getSource()) && boxes.containsKey(c.getTarget())).toList();
        Map<Connection, Integer> lanes = SkipLanes.numbered(spans(drawn, routes));
        Set<Layer> told = new HashSet<>();
        drawn.stream().filter(connection -> !lanes.containsKey(connection)).map(Connection::getSource)
                .forEach(told::add);
        for (Connection connection : drawn) {
            Integer lane = lanes.get(connection);
            String label = lane == null || told.add(connection.getSource()) ? label(connection) : "";
            wires.add(new Wire(routes.route(from(connection), to(connection), to(connection).above(),
                    lane == null ? 0 : lane), label));
        }
    }

    private Map<Connection, Span> spans(List<Connection> drawn, WireRoutes routes) {
        Map<Connection, Span> spans = new LinkedHashMap<>();
        for (Connection connection : drawn) {
            Box from = from(connection);
            Box to = to(connection);
            if (routes.needsLane(from, to, to.above())) {
                spans.put(connection, new Span(Math.min(from.bottom(), to.y()), Math.max(from.bottom(), to.y())));
            }
        }
        return spans;
    }

    private Box from(Connection connection) {
        return boxes.get(connection.getSource());
    }

    private Box to(Connection connection) {
        return boxes.get(connection.getTarget());
    }

    private String label(Connection connection) {
        return analysis.shapeOn(connection).map(Shape::display).orElse("");
    }
}
