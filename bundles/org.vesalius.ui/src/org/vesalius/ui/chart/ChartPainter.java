// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Paints charts into pictures, on any thread and without a screen. */
public final class ChartPainter {

    private static final double POINT_RADIUS = 2.5;
    private static final float FOLLOWING_EVENT_ALPHA = 0.3f;
    private static final double ROOM = 1.05;
    private static final double FAINT_SHARE = 0.95;
    private static final double MARGIN = 0.02;

    private final ChartLook look;

    /** Creates a painter of charts in one look. */
    public ChartPainter(ChartLook look) {
        this.look = look;
    }

    /**
     * Paints a chart.
     *
     * @param content what to show
     * @param width width in points, at least 1
     * @param height height in points, at least 1
     * @param scale device pixels a point: 1 at 100 % zoom, 2 at 200 %
     */
    public PaintedChart paint(ChartContent content, int width, int height, double scale) {
        int columns = (int) Math.max(1, Math.round(width * scale));
        int rows = (int) Math.max(1, Math.round(height * scale));
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        double xUpper = upperX(content);
        List<ColumnView> views = content.series().stream()
                .map(series -> ColumnView.of(series.points(), 0, xUpper, columns)).toList();
        ChartRenderingInfo info = new ChartRenderingInfo();
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        chart(content, views, xUpper).draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        graphics.dispose();
        return new PaintedChart(content, image, info.getPlotInfo().getDataArea(), 0, xUpper);
    }

    /** The right end of the x axis: a little beyond what is planned and what is there, so that no point is cut. */
    private static double upperX(ChartContent content) {
        double upper = Math.max(content.xUpper(), Double.MIN_NORMAL);
        for (ChartSeries series : content.series()) {
            Points points = series.points();
            if (points.size() > 0) {
                upper = Math.max(upper, points.x(points.size() - 1));
            }
        }
        return upper * (1 + MARGIN);
    }

    private JFreeChart chart(ChartContent content, List<ColumnView> views, double xUpper) {
        XYPlot plot = new XYPlot(
                new ColumnDataset(views, content.series().stream().map(ChartSeries::label).toList()),
                xAxis(content, xUpper), yAxis(content, views), renderer(content));
        plot.setBackgroundPaint(look.background());
        plot.setDomainGridlinePaint(look.grid());
        plot.setRangeGridlinePaint(look.grid());
        plot.setDomainGridlineStroke(look.stroke(SeriesStyle.FAINT));
        plot.setRangeGridlineStroke(look.stroke(SeriesStyle.FAINT));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        markEvents(plot, views);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(look.background());
        chart.setAntiAlias(true);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        chart.addSubtitle(title(content.title()));
        chart.addSubtitle(legend(plot));
        return chart;
    }

    private TextTitle title(String text) {
        return new TextTitle(text, look.font(true), look.foreground(), RectangleEdge.TOP,
                HorizontalAlignment.LEFT, TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 6, 4, 6));
    }

    private LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(look.font(false));
        legend.setItemPaint(look.foreground());
        legend.setBackgroundPaint(look.background());
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        return legend;
    }

    private NumberAxis xAxis(ChartContent content, double upper) {
        NumberAxis axis = styled(new NumberAxis(content.xLabel()));
        axis.setRange(0, upper);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    private NumberAxis yAxis(ChartContent content, List<ColumnView> views) {
        NumberAxis axis = styled(new NumberAxis(content.yLabel()));
        double[] span = content.unitInterval() ? new double[] {0, 1} : span(content, views);
        axis.setRange(span[0], span[1]);
        return axis;
    }

    /**
     * Lowest and highest value with 5 % of room, and always with zero: a loss is read by its distance to it. Of a faint
     * curve the largest twentieth may leave the plot at its top, so that a bad first batch does not flatten all others.
     */
    private static double[] span(ChartContent content, List<ColumnView> views) {
        double lowest = 0;
        double highest = 0;
        for (int i = 0; i < views.size(); i++) {
            double[] values = values(views.get(i));
            if (values.length > 0) {
                boolean faint = content.series().get(i).style() == SeriesStyle.FAINT;
                lowest = Math.min(lowest, values[0]);
                highest = Math.max(highest, values[(int) ((values.length - 1) * (faint ? FAINT_SHARE : 1))]);
            }
        }
        return lowest == highest ? new double[] {0, 1} : new double[] {lowest * ROOM, highest * ROOM};
    }

    private static double[] values(ColumnView view) {
        return IntStream.range(0, view.size()).mapToDouble(view::y).filter(Double::isFinite).sorted().toArray();
    }

    private NumberAxis styled(NumberAxis axis) {
        axis.setLabelFont(look.font(false));
        axis.setTickLabelFont(look.font(false));
        axis.setLabelPaint(look.foreground());
        axis.setTickLabelPaint(look.foreground());
        axis.setAxisLinePaint(look.axis());
        axis.setTickMarkPaint(look.axis());
        return axis;
    }

    private XYLineAndShapeRenderer renderer(ChartContent content) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        Ellipse2D dot = new Ellipse2D.Double(-POINT_RADIUS, -POINT_RADIUS, 2 * POINT_RADIUS, 2 * POINT_RADIUS);
        for (int i = 0; i < content.series().size(); i++) {
            SeriesStyle style = content.series().get(i).style();
            renderer.setSeriesPaint(i, look.curve(content.hue(), style));
            renderer.setSeriesStroke(i, look.stroke(style));
            renderer.setSeriesShape(i, dot);
            renderer.setSeriesShapesVisible(i, style != SeriesStyle.FAINT);
            renderer.setSeriesShapesFilled(i, style == SeriesStyle.SOLID);
        }
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseFillPaint(false);
        renderer.setDefaultOutlineStroke(look.stroke(SeriesStyle.SOLID));
        return renderer;
    }

    /** The first value that is not a number gets a strong line and says so; the others a faint one. */
    private void markEvents(XYPlot plot, List<ColumnView> views) {
        double[] events = views.stream().map(ColumnView::events).flatMapToDouble(Arrays::stream).sorted().distinct()
                .toArray();
        for (int i = 0; i < events.length; i++) {
            plot.addDomainMarker(event(events[i], i == 0), Layer.FOREGROUND);
        }
    }

    private ValueMarker event(double x, boolean first) {
        ValueMarker marker = new ValueMarker(x, look.alarm(), look.stroke(SeriesStyle.FAINT));
        marker.setAlpha(first ? 1f : FOLLOWING_EVENT_ALPHA);
        if (first) {
            marker.setLabelBackgroundColor(look.background());
            marker.setLabel("not a number");
            marker.setLabelFont(look.font(false));
            marker.setLabelPaint(look.alarm());
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        }
        return marker;
    }
}
