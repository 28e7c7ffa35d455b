// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;

/** How much a figure shows at a zoom. */
enum Detail {
    /** Boxes and lines: text would be unreadable. */
    COARSE,
    /** The name alone, as large as it can be. */
    OVERVIEW,
    /** The name in large letters and the type. */
    NAMES,
    /** Everything. */
    FULL;

    private static final double OVERVIEW_SCALE = 0.28;
    private static final double NAME_SCALE = 0.45;
    private static final double READABLE_SCALE = 0.7;

    static Detail of(Graphics graphics) {
        double scale = graphics.getAbsoluteScale();
        if (scale < NAME_SCALE) {
            return scale < OVERVIEW_SCALE ? COARSE : OVERVIEW;
        }
        return scale < READABLE_SCALE ? NAMES : FULL;
    }
}
