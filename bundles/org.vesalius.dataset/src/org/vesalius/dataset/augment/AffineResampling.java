// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.tensor.TensorSpec;

/**
 * Makes all of an image's changes at once, so that it is blurred once at most: for each new pixel, where it was in the
 * old image, and the bilinear mean of the four old pixels there. Beyond the old image's edge, its outermost pixels
 * go on.
 */
final class AffineResampling {
    private final Plane plane;
    private final Change change;
    private final boolean nearest;

    AffineResampling(TensorSpec spec, Change change) {
        this(new Plane(spec.height(), spec.width(), spec.channels()), change, false);
    }

    /** @param nearest whether each new pixel is one of the old ones, which is not made brighter, instead of a mean */
    AffineResampling(Plane plane, Change change, boolean nearest) {
        this.plane = plane;
        this.change = change;
        this.nearest = nearest;
    }

    /** Rows, columns and channels of any number. */
    record Plane(int height, int width, int channels) {
        int length() {
            return height * width * channels;
        }
    }

    /** The changed image; the old one stays as it is. */
    float[] apply(float[] old) {
        if (old.length != plane.length()) {
            throw new IllegalArgumentException(old.length + " values for " + plane);
        }
        if (change.equals(Change.NONE)) {
            return old.clone();
        }
        double angle = StrictMath.toRadians(change.degrees());
        double cos = StrictMath.cos(angle) / change.zoom();
        double sin = StrictMath.sin(angle) / change.zoom();
        double middleX = (plane.width() - 1) / 2.0;
        double middleY = (plane.height() - 1) / 2.0;
        float[] changed = new float[old.length];
        for (int row = 0; row < plane.height(); row++) {
            double y = row - middleY - change.shiftY() * plane.height();
            double v = change.flipY() ? -y : y;
            for (int column = 0; column < plane.width(); column++) {
                double x = column - middleX - change.shiftX() * plane.width();
                double u = change.flipX() ? -x : x;
                interpolate(old, middleX + u * cos + v * sin, middleY + v * cos - u * sin, changed,
                        (row * plane.width() + column) * plane.channels());
            }
        }
        return changed;
    }

    private void interpolate(float[] old, double x, double y, float[] changed, int target) {
        double clampedX = Math.min(Math.max(x, 0), plane.width() - 1);
        double clampedY = Math.min(Math.max(y, 0), plane.height() - 1);
        if (nearest) {
            int from = ((int) (clampedY + 0.5) * plane.width() + (int) (clampedX + 0.5)) * plane.channels();
            System.arraycopy(old, from, changed, target, plane.channels());
            return;
        }
        int left = (int) clampedX;
        int top = (int) clampedY;
        int right = Math.min(left + 1, plane.width() - 1);
        int bottom = Math.min(top + 1, plane.height() - 1);
        float toRight = (float) (clampedX - left);
        float toBottom = (float) (clampedY - top);
        float brightness = (float) change.brightness();
        for (int c = 0; c < plane.channels(); c++) {
            float above = mix(value(old, top, left, c), value(old, top, right, c), toRight);
            float below = mix(value(old, bottom, left, c), value(old, bottom, right, c), toRight);
            changed[target + c] = brightness * mix(above, below, toBottom);
        }
    }

    private float value(float[] image, int row, int column, int channel) {
        return image[(row * plane.width() + column) * plane.channels() + channel];
    }

    private static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
