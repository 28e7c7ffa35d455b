// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

/** How large layers are drawn, in canvas units: the same on the canvas and in pictures. */
public final class CardSize {
    /** Width of a layer. */
    public static final int WIDTH = 184;
    /** Height of a layer. */
    public static final int HEIGHT = 56;
    /** Height of the title of an expanded block. */
    public static final int TITLE = 28;
    /** Room around what is inside an expanded block. */
    public static final int MARGIN = 16;

    private CardSize() {
    }
}
