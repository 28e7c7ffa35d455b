// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.swt.graphics.Font;

/** Shortens text to a width. */
final class Ellipsis {
    private static final String DOTS = "…";

    private Ellipsis() {
    }

    /** Returns the width of a text in pixels at 100 %. */
    static int width(String text, Font font) {
        return FigureUtilities.getTextWidth(text, font);
    }

    /** Returns the text, or as much of its beginning as fits before an ellipsis; width in pixels at 100 %. */
    static String fit(String text, Font font, int width) {
        if (FigureUtilities.getTextWidth(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (FigureUtilities.getTextWidth(text.substring(0, middle) + DOTS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).stripTrailing() + DOTS;
    }
}
