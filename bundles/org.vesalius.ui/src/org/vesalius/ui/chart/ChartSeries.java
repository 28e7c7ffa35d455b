// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

/**
 * One curve of a chart.
 *
 * @param label name in the legend and for screen readers, already in the user's language
 * @param style how it is drawn
 * @param points its points at the moment of the snapshot
 */
public record ChartSeries(String label, SeriesStyle style, Points points) {
}
