// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

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
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.diagram.scene.CardSize;
import org.vesalius.network.diagram.scene.Point;

/**
 * Arranges layers in rows from top to bottom so that connections lead downwards and cross seldom; the layers inside
 * expanded blocks likewise. It reads the model when it is made; {@link #run} may be called on any thread after that.
 *
 * <p>Method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures",
 * IEEE Trans. SMC 11 (1981), in the implementation of the Eclipse Layout Kernel.
 */
public final class DiagramLayout {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int EDGE = 40;
    private static final int BETWEEN_ROWS = 44;
    private static final int BETWEEN_NODES = 48;
    private static final int GRID = 8;

    static {
        // The service is one for the whole process and not made for several threads: told once, when the class loads.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new CoreOptions(),
                new LayeredMetaDataProvider());
    }

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Layer, ElkNode> nodes = new LinkedHashMap<>();

    /** Takes what the layout needs to know of a network or of the inside of a block. */
    public DiagramLayout(LayerGraph graph) {
        fill(root, graph, new ElkPadding(EDGE));
    }

    private void fill(ElkNode container, LayerGraph graph, ElkPadding padding) {
        container.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        container.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        container.setProperty(CoreOptions.PADDING, padding);
        container.setProperty(CoreOptions.SPACING_NODE_NODE, (double) BETWEEN_NODES);
        container.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) BETWEEN_ROWS);
        container.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_ROWS / 4.0);
        container.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.getLayers().forEach(layer -> addNode(container, layer));
        graph.getConnections().forEach(this::addEdge);
    }

    private void addNode(ElkNode container, Layer layer) {
        ElkNode node = ElkGraphUtil.createNode(container);
        boolean expanded = layer instanceof Block block && !block.isCollapsed() && !block.getLayers().isEmpty();
        node.setProperty(CoreOptions.PORT_CONSTRAINTS,
                expanded ? PortConstraints.FIXED_SIDE : PortConstraints.FIXED_POS);
        node.setDimensions(CardSize.WIDTH, CardSize.HEIGHT);
        addPort(node, PortSide.NORTH, 0);
        addPort(node, PortSide.SOUTH, CardSize.HEIGHT);
        nodes.put(layer, node);
        if (expanded) {
            fill(node, (Block) layer, new ElkPadding(CardSize.TITLE + CardSize.MARGIN, CardSize.MARGIN,
                    CardSize.MARGIN, CardSize.MARGIN));
        }
    }

    /** Connections meet a layer in the middle of its edges, which lets chains run straight. */
    private static void addPort(ElkNode node, PortSide side, int y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(CardSize.WIDTH / 2.0, y);
    }

    private void addEdge(Connection connection) {
        ElkNode source = nodes.get(connection.getSource());
        ElkNode target = nodes.get(connection.getTarget());
        if (source != null && target != null && source.getParent() == target.getParent()) {
            ElkGraphUtil.createSimpleEdge(source.getPorts().get(OUTPUT), target.getPorts().get(INPUT));
        }
    }

    /**
     * Computes the positions.
     *
     * @param cancelled asked several times a second; once it says yes, the call ends, whatever the computation does
     * @throws CancellationException if it was cancelled, or the thread interrupted
     */
    public void run(BooleanSupplier cancelled) {
        new DeepStack("Arrange layers").run(
                () -> new RecursiveGraphLayoutEngine().layout(root, new CancellableProgress(cancelled)), cancelled);
    }

    /**
     * The new upper left corner of each layer, on the grid; that of a layer in a block counts from the corner of the
     * block.
     */
    public Map<Layer, Point> positions() {
        Map<Layer, Point> positions = new LinkedHashMap<>();
        nodes.forEach((layer, node) -> positions.put(layer, new Point(snapped(node.getX()), snapped(node.getY()))));
        return positions;
    }

    /** Moves the layers to their new {@link #positions}; to be called where the network may be changed. */
    public void apply() {
        positions().forEach((layer, corner) -> {
            layer.setX(corner.x());
            layer.setY(corner.y());
        });
    }

    private static int snapped(double coordinate) {
        return (int) Math.round(coordinate / GRID) * GRID;
    }
}
