// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.diagram.scene.Card.Kind;
import org.vesalius.network.diagram.scene.Card.Trouble;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.LayerSummary;

/** Makes the picture of a network: its layers where they stand, with what the analysis knows about them. */
public final class DiagramBuilder {
    private static final int MARGIN = 24;

    private final NetworkAnalysis analysis;
    private final Map<String, Trouble> troubles = new HashMap<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private DiagramBuilder(NetworkAnalysis analysis) {
        this.analysis = analysis;
        analysis.problems().forEach(problem -> troubles.merge(problem.subject(), trouble(problem),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
    }

    /**
     * The picture of a network.
     *
     * @param network the network; its layers stand where their x and y say
     * @param analysis the shapes on its connections and the problems on its layers
     */
    public static Diagram of(Network network, NetworkAnalysis analysis) {
        DiagramBuilder builder = new DiagramBuilder(analysis);
        builder.add(network, new Point(0, 0));
        return builder.diagram();
    }

    private Diagram diagram() {
        Stream<Box> lines = wires.stream().flatMap(wire -> wire.corners().stream())
                .map(corner -> new Box(corner.x(), corner.y(), 1, 1));
        Box bounds = Stream.concat(cards.stream().map(Card::box), lines).reduce(Box::union)
                .orElse(new Box(0, 0, CardSize.WIDTH, CardSize.HEIGHT));
        return new Diagram(cards, wires, bounds.grown(MARGIN));
    }

    private void add(LayerGraph graph, Point origin) {
        Map<Layer, Box> boxes = new LinkedHashMap<>();
        for (Layer layer : graph.getLayers()) {
            Box box = box(layer).plus(origin.x(), origin.y());
            boxes.put(layer, box);
            cards.add(card(layer, box));
            if (isExpanded(layer)) {
                add((Block) layer, new Point(box.x(), box.y()));
            }
        }
        new GraphWires(graph, boxes, analysis).addTo(wires);
    }

    private Card card(Layer layer, Box box) {
        LayerInfo info = LayerInfo.of(layer.eClass());
        String name = Optional.ofNullable(layer.getName()).orElse("");
        int repeat = layer instanceof Block block ? block.getRepeat() : 1;
        return new Card(box, name, info.label(), LayerSummary.of(layer), info.category(),
                troubles.getOrDefault(layer.getId(), Trouble.NONE), repeat, kind(layer));
    }

    private static Kind kind(Layer layer) {
        if (isExpanded(layer)) {
            return Kind.EXPANDED_BLOCK;
        }
        return layer instanceof Block ? Kind.COLLAPSED_BLOCK : Kind.LAYER;
    }

    private static boolean isExpanded(Layer layer) {
        return layer instanceof Block block && !block.isCollapsed() && !block.getLayers().isEmpty();
    }

    private static Box box(Layer layer) {
        if (!isExpanded(layer)) {
            return new Box(layer.getX(), layer.getY(), CardSize.WIDTH, CardSize.HEIGHT);
        }
        Block block = (Block) layer;
        Box inside = block.getLayers().stream().map(DiagramBuilder::box)
                .collect(Collectors.reducing(new Box(0, 0, CardSize.WIDTH, CardSize.TITLE), Box::union));
        return new Box(layer.getX(), layer.getY(), Math.max(block.getWidth(), inside.right() + CardSize.MARGIN),
                Math.max(block.getHeight(), inside.bottom() + CardSize.MARGIN));
    }

    private static Trouble trouble(Problem problem) {
        if (problem.isError()) {
            return Trouble.ERROR;
        }
        return problem.severity() == Severity.WARNING ? Trouble.WARNING : Trouble.NONE;
    }
}
