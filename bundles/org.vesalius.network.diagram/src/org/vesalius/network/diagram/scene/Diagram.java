// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.List;

/**
 * A picture of a network before it is painted.
 *
 * @param cards the layers; an expanded block comes before what is inside it
 * @param wires the connections
 * @param bounds what has to be shown, with a margin
 */
public record Diagram(List<Card> cards, List<Wire> wires, Box bounds) {
    /** Copies the lists. */
    public Diagram {
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
    }
}
