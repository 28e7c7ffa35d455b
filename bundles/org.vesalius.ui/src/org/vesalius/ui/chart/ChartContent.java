// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.util.List;

/**
 * Everything a chart shows, as one immutable snapshot that may be painted on any thread.
 *
 * @param title heading above the plot
 * @param xLabel label of the x axis, with its unit
 * @param yLabel label of the y axis, with its unit
 * @param hue colour family of all curves
 * @param xUpper the x axis runs from 0 to at least this, so that the room still to fill shows how far a run is
 * @param unitInterval true when y is a share: its axis then runs from 0 to 1
 * @param series the curves, drawn in this order
 */
public record ChartContent(String title, String xLabel, String yLabel, Hue hue, double xUpper, boolean unitInterval,
        List<ChartSeries> series) {

    /** Colour families that stay apart for colour-blind readers, too. */
    public enum Hue {
        /** For losses. */
        BLUE,
        /** For accuracies. */
        ORANGE
    }

    /** Copies the list. */
    public ChartContent {
        series = List.copyOf(series);
    }

    /** Returns whether any curve has a point. */
    public boolean hasPoints() {
        return series.stream().anyMatch(s -> s.points().size() > 0);
    }
}
