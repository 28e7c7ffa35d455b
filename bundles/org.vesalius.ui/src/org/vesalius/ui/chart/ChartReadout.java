// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.text.NumberFormat;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** The crosshair over a chart and the values of the curves under it. */
final class ChartReadout {

    private static final int MARGIN = 5;

    private final PaintedChart chart;
    private final NumberFormat numbers = NumberFormat.getNumberInstance();

    ChartReadout(PaintedChart chart) {
        this.chart = chart;
        numbers.setMaximumFractionDigits(4);
    }

    /** Paints the readout for a horizontal mouse position in points; nothing outside the plot. */
    void paint(GC gc, int position) {
        double value = chart.valueAt(position);
        if (Double.isNaN(value) || !chart.content().hasPoints()) {
            return;
        }
        int top = (int) chart.plot().getMinY();
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(position, top, position, (int) chart.plot().getMaxY());
        gc.setLineStyle(SWT.LINE_SOLID);
        paintText(gc, position, top, String.join("\n", lines(value)));
    }

    private void paintText(GC gc, int position, int top, String text) {
        Point size = gc.textExtent(text, SWT.DRAW_DELIMITER);
        int width = size.x + 2 * MARGIN;
        boolean fitsRight = position + MARGIN + width <= chart.plot().getMaxX();
        int left = fitsRight ? position + MARGIN : position - MARGIN - width;
        gc.fillRectangle(left, top, width, size.y + 2 * MARGIN);
        gc.drawRectangle(left, top, width, size.y + 2 * MARGIN);
        gc.drawText(text, left + MARGIN, top + MARGIN, SWT.DRAW_DELIMITER | SWT.DRAW_TRANSPARENT);
    }

    /** One line a curve: its point nearest to {@code value}. */
    List<String> lines(double value) {
        return chart.content().series().stream().filter(series -> series.points().size() > 0)
                .map(series -> line(series, series.points().nearest(value))).toList();
    }

    private String line(ChartSeries series, int index) {
        Points points = series.points();
        return series.label() + " " + number(points.y(index)) + "  (" + chart.content().xLabel() + " "
                + number(points.x(index)) + ")";
    }

    private String number(double value) {
        return Double.isFinite(value) ? numbers.format(value) : Double.isNaN(value) ? "not a number" : "infinite";
    }
}
