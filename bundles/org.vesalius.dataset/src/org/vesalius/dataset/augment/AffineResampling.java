// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.tensor.TensorSpec;

/**
 * Makes all of an image's changes at once, so that it is blurred once at most: for each new pixel, where it was in the
 * old image, and the bilinear mean of the four old pixels there. Beyond the old image's edge, its outermost pixels
 * go on.
 */
final class AffineResampling {
    private final TensorSpec spec;
    private final Change change;

    AffineResampling(TensorSpec spec, Change change) {
        this.spec = spec;
        this.change = change;
    }

    /** The changed image; the old one stays as it is. */
    float[] apply(float[] old) {
        if (old.length != spec.length()) {
            throw new IllegalArgumentException(old.length + " values for " + spec);
        }
        if (change.equals(Change.NONE)) {
            return old.clone();
        }
        double angle = StrictMath.toRadians(change.degrees());
        double cos = StrictMath.cos(angle) / change.zoom();
        double sin = StrictMath.sin(angle) / change.zoom();
        double middleX = (spec.width() - 1) / 2.0;
        double middleY = (spec.height() - 1) / 2.0;
        float[] changed = new float[old.length];
        for (int row = 0; row < spec.height(); row++) {
            double y = row - middleY - change.shiftY() * spec.height();
            double v = change.flipY() ? -y : y;
            for (int column = 0; column < spec.width(); column++) {
                double x = column - middleX - change.shiftX() * spec.width();
                double u = change.flipX() ? -x : x;
                interpolate(old, middleX + u * cos + v * sin, middleY + v * cos - u * sin, changed,
                        (row * spec.width() + column) * spec.channels());
            }
        }
        return changed;
    }

    private void interpolate(float[] old, double x, double y, float[] changed, int target) {
        double clampedX = Math.min(Math.max(x, 0), spec.width() - 1);
        double clampedY = Math.min(Math.max(y, 0), spec.height() - 1);
        int left = (int) clampedX;
        int top = (int) clampedY;
        int right = Math.min(left + 1, spec.width() - 1);
        int bottom = Math.min(top + 1, spec.height() - 1);
        float toRight = (float) (clampedX - left);
        float toBottom = (float) (clampedY - top);
        float brightness = (float) change.brightness();
        for (int c = 0; c < spec.channels(); c++) {
            float above = mix(value(old, top, left, c), value(old, top, right, c), toRight);
            float below = mix(value(old, bottom, left, c), value(old, bottom, right, c), toRight);
            changed[target + c] = brightness * mix(above, below, toBottom);
        }
    }

    private float value(float[] image, int row, int column, int channel) {
        return image[(row * spec.width() + column) * spec.channels() + channel];
    }

    private static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
