// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

/**
 * A layer as it is drawn.
 *
 * @param box where it stands
 * @param name the layer's own name
 * @param type the label of its type
 * @param summary its settings in a few characters, or empty
 * @param category the category of its type; decides its colour
 * @param trouble the worst problem of the layer
 * @param repeat how many times it is computed in a row; 1 for all but blocks
 * @param kind how it is drawn
 */
public record Card(Box box, String name, String type, String summary, String category, Trouble trouble, int repeat,
        Kind kind) {

    /** How a layer is drawn. */
    public enum Kind {
        /** A card. */
        LAYER,
        /** A stack of cards: its inside is hidden. */
        COLLAPSED_BLOCK,
        /** A frame with a title around its inside. */
        EXPANDED_BLOCK
    }

    /** The worst problem of a layer, as far as its edge shows it. */
    public enum Trouble {
        /** None, or only advice. */
        NONE,
        /** It works, but probably not as meant. */
        WARNING,
        /** It can't be trained. */
        ERROR
    }
}
