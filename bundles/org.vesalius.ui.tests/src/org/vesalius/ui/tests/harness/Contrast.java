// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import org.eclipse.swt.graphics.RGB;

/** How well colours can be told apart, by WCAG 2.1. */
public final class Contrast {
    private static final double FLARE = 0.05;

    private Contrast() {
    }

    /** Returns the ratio of two relative luminances: 1 of the same, 21 of black on white. */
    public static double of(double one, double other) {
        return (Math.max(one, other) + FLARE) / (Math.min(one, other) + FLARE);
    }

    /** Returns the relative luminance of a colour, 0 of black and 1 of white. */
    public static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
