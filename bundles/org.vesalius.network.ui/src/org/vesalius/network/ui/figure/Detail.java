// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;

/** How much a figure shows at a zoom. */
enum Detail {
    /** Boxes and lines: text would be unreadable. */
    COARSE,
    /** Everything. */
    FULL;

    private static final double READABLE_SCALE = 0.45;

    static Detail of(Graphics graphics) {
        return graphics.getAbsoluteScale() < READABLE_SCALE ? COARSE : FULL;
    }
}
