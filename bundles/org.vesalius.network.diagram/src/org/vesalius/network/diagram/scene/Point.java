// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

/**
 * A place in a diagram, in canvas units; y grows downwards.
 *
 * @param x from the left
 * @param y from the top
 */
public record Point(int x, int y) {
    /** The place as far to the right and down. */
    public Point plus(int dx, int dy) {
        return new Point(x + dx, y + dy);
    }
}
