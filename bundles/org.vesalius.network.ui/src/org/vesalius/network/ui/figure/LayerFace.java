// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.swt.graphics.Image;

/**
 * What the figure of a layer shows.
 *
 * @param name the layer's own name
 * @param type the label of its type
 * @param summary its key parameters in a few characters, or an empty text
 * @param category the category of its type; decides its colour
 * @param icon 16×16
 * @param badge 16×16, or null: the layer has no problem
 * @param severity how bad the worst problem is
 * @param stacked whether it stands for several layers
 * @param mark how often it is repeated, such as "×4", or an empty text
 */
public record LayerFace(String name, String type, String summary, String category, Image icon, Image badge,
        Trouble severity, boolean stacked, String mark) {

    /** Nothing: before a layer is shown. */
    static final LayerFace EMPTY = new LayerFace("", "", "", "", null, null, Trouble.NONE, false, "");

    /** The worst problem of a layer, as far as its edge shows it. */
    public enum Trouble {
        /** None, or only advice. */
        NONE,
        /** It works, but probably not as meant. */
        WARNING,
        /** The network can't be trained like this. */
        ERROR
    }
}
