// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

/**
 * How one image is changed: turned and zoomed about its middle, flipped, then shifted; and made brighter or darker.
 *
 * @param flipX whether left and right change places
 * @param flipY whether top and bottom change places
 * @param shiftX how far it moves to the right, in widths
 * @param shiftY how far it moves down, in heights
 * @param degrees how far it turns clockwise
 * @param zoom how many times larger it becomes
 * @param brightness what its values are multiplied by
 */
public record Change(boolean flipX, boolean flipY, double shiftX, double shiftY, double degrees, double zoom,
        double brightness) {
    /** Leaves an image as it is. */
    public static final Change NONE = new Change(false, false, 0, 0, 0, 1, 1);

    Change withFlip(boolean horizontal, boolean vertical) {
        return new Change(flipX ^ horizontal, flipY ^ vertical, shiftX, shiftY, degrees, zoom, brightness);
    }

    Change withShift(double x, double y) {
        return new Change(flipX, flipY, shiftX + x, shiftY + y, degrees, zoom, brightness);
    }

    Change withTurn(double more) {
        return new Change(flipX, flipY, shiftX, shiftY, degrees + more, zoom, brightness);
    }

    Change withZoom(double factor) {
        return new Change(flipX, flipY, shiftX, shiftY, degrees, zoom * factor, brightness);
    }

    Change withBrightness(double factor) {
        return new Change(flipX, flipY, shiftX, shiftY, degrees, zoom, brightness * factor);
    }
}
