// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.List;

/**
 * A connection as it is drawn.
 *
 * @param corners from its start to its end, at least two; lines run along the axes
 * @param label the shape that flows here, such as 128×128×3, or empty
 */
public record Wire(List<Point> corners, String label) {
    /** Copies the corners. */
    public Wire {
        corners = List.copyOf(corners);
    }

    /** The place the connection ends at. */
    public Point end() {
        return corners.get(corners.size() - 1);
    }
}
