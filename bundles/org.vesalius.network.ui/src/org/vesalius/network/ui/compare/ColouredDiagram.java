// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.compare;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vesalius.core.ReportedException;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalyser;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.diagram.render.PngImage;
import org.vesalius.network.diagram.scene.Card;
import org.vesalius.network.diagram.scene.Card.Trouble;
import org.vesalius.network.diagram.scene.Diagram;
import org.vesalius.network.diagram.scene.DiagramBuilder;
import org.vesalius.network.layer.LayerCatalog;

/**
 * The drawing of one side of a comparison: what is on this side alone stands out in one colour, what differs in
 * another. Not for the UI thread.
 *
 * @param catalog the layer types of the network
 * @param palette the colours of the theme
 * @param alone colour of what is on this side alone, as 0xRRGGBB
 */
record ColouredDiagram(LayerCatalog catalog, DiagramPalette palette, int alone) {
    private static final double SCALE = 0.6;

    /** Returns the picture; empty for a network that is too large for one. */
    Optional<BufferedImage> of(Network network, Set<Layer> only, Set<Layer> changed) {
        arrange(network);
        Diagram plain = DiagramBuilder.of(network, new NetworkAnalyser(catalog).analyse(network));
        List<Layer> drawn = new ArrayList<>();
        collect(network, drawn);
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < plain.cards().size(); i++) {
            Layer layer = drawn.get(i);
            Trouble mark = only.contains(layer) ? Trouble.ERROR : changed.contains(layer) ? Trouble.WARNING : Trouble.NONE;
            cards.add(marked(plain.cards().get(i), mark));
        }
        try {
            return Optional.of(new PngImage(marking(), SCALE).image(new Diagram(cards, plain.wires(), plain.bounds())));
        } catch (ReportedException e) {
            return Optional.empty();
        }
    }

    /** A file without places would show all its layers in one heap. */
    private static void arrange(Network network) {
        boolean arranged = network.getLayers().stream().anyMatch(layer -> layer.getX() != 0 || layer.getY() != 0);
        if (!arranged) {
            DiagramLayout layout = new DiagramLayout(network);
            layout.run(() -> false);
            layout.apply();
        }
    }

    /** Cards come in the order of the layers; those inside an expanded block right behind it. */
    private static void collect(LayerGraph graph, List<Layer> drawn) {
        for (Layer layer : graph.getLayers()) {
            drawn.add(layer);
            if (layer instanceof Block block && !block.isCollapsed() && !block.getLayers().isEmpty()) {
                collect(block, drawn);
            }
        }
    }

    private static Card marked(Card card, Trouble mark) {
        return new Card(card.box(), card.name(), card.type(), card.summary(), card.category(), mark, card.repeat(),
                card.kind());
    }

    private DiagramPalette marking() {
        return new DiagramPalette(palette.canvas(), palette.card(), palette.border(), palette.text(),
                palette.secondaryText(), palette.line(), palette.accent(), alone, palette.warning(),
                Map.copyOf(palette.categories()));
    }
}
