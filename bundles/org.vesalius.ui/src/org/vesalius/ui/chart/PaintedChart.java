// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A finished picture of a chart and where its plot lies in it.
 *
 * @param content what was painted
 * @param image the picture, in device pixels
 * @param plot the plot without axes, in points at 100 % zoom
 * @param xLower x value at the left edge of the plot
 * @param xUpper x value at the right edge of the plot
 */
public record PaintedChart(ChartContent content, BufferedImage image, Rectangle2D plot, double xLower, double xUpper) {

    /** Returns the x value under a horizontal position in points, or NaN outside the plot. */
    public double valueAt(double position) {
        if (position < plot.getMinX() || position > plot.getMaxX()) {
            return Double.NaN;
        }
        return xLower + (position - plot.getMinX()) / plot.getWidth() * (xUpper - xLower);
    }

    /** Returns the horizontal position in points of an x value. */
    public double positionOf(double value) {
        return plot.getMinX() + (value - xLower) / (xUpper - xLower) * plot.getWidth();
    }
}
