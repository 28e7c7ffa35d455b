// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.figure.LayerFigure;
import org.vesalius.network.ui.policy.CanvasGrid;

/**
 * Arranges the layers of a network in rows from top to bottom so that connections lead downwards and
 * cross seldom. Made on the UI thread from the network, run anywhere, its result applied on the UI
 * thread.
 *
 * <p>Method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system
 * structures", IEEE Trans. SMC 11 (1981), in the implementation of the Eclipse Layout Kernel.
 */
public final class LayeredLayout {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final double MARGIN = 40;
    private static final double BETWEEN_ROWS = CanvasGrid.ROW - LayerFigure.CARD_HEIGHT;
    private static final double BETWEEN_NODES = 48;

    static {
        // The service is one for the whole process and not made for several threads: told once, when the class loads.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new CoreOptions(),
                new LayeredMetaDataProvider());
    }

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<Layer, ElkNode> nodes = new LinkedHashMap<>();

    /** Takes what the layout needs to know of a network. */
    public LayeredLayout(Network network) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_ROWS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_ROWS / 4);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        network.getLayers().forEach(this::addNode);
        network.getConnections().forEach(this::addEdge);
    }

    private void addNode(Layer layer) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(LayerFigure.WIDTH, LayerFigure.CARD_HEIGHT);
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        addPort(node, PortSide.NORTH, 0);
        addPort(node, PortSide.SOUTH, LayerFigure.CARD_HEIGHT);
        nodes.put(layer, node);
    }

    /** Connections meet a layer in the middle of its edges, which lets chains run straight. */
    private static void addPort(ElkNode node, PortSide side, int y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(LayerFigure.WIDTH / 2.0, y);
    }

    private void addEdge(Connection connection) {
        ElkNode source = nodes.get(connection.getSource());
        ElkNode target = nodes.get(connection.getTarget());
        if (source != null && target != null) {
            ElkGraphUtil.createSimpleEdge(source.getPorts().get(OUTPUT), target.getPorts().get(INPUT));
        }
    }

    /** Computes the positions; the monitor may cancel it. */
    public void run(IElkProgressMonitor monitor) {
        new RecursiveGraphLayoutEngine().layout(graph, monitor);
    }

    /** Returns the new upper left corner of each layer, on the grid. */
    public Map<Layer, Point> positions() {
        Map<Layer, Point> positions = new HashMap<>();
        nodes.forEach((layer, node) -> positions.put(layer,
                new Point(CanvasGrid.snap((int) node.getX()), CanvasGrid.snap((int) node.getY()))));
        return positions;
    }
}
