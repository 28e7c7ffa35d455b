// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

/**
 * A rectangle in a diagram, in canvas units.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 0
 * @param height at least 0
 */
public record Box(int x, int y, int width, int height) {
    /** The right edge, the first place outside. */
    public int right() {
        return x + width;
    }

    /** The lower edge, the first place outside. */
    public int bottom() {
        return y + height;
    }

    /** The middle of the lower edge: where connections leave a layer. */
    public Point below() {
        return new Point(x + width / 2, bottom());
    }

    /** The middle of the upper edge: where connections reach a layer. */
    public Point above() {
        return new Point(x + width / 2, y);
    }

    /** Whether both share a place. */
    public boolean intersects(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The smallest rectangle around both. */
    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The rectangle with a margin on all sides. */
    public Box grown(int margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** The rectangle moved. */
    public Box plus(int dx, int dy) {
        return new Box(x + dx, y + dy, width, height);
    }
}
