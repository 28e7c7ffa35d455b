// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.ui.chart.ChartContent;
import org.vesalius.ui.chart.ChartLook;
import org.vesalius.ui.chart.ChartPainter;
import org.vesalius.ui.chart.ChartSeries;
import org.vesalius.ui.chart.PaintedChart;
import org.vesalius.ui.chart.Points;
import org.vesalius.ui.chart.SeriesStyle;

/** Pictures of charts, looked at pixel by pixel where a pixel is certain. */
class ChartPainterTest {

    private static final ChartLook LIGHT = new ChartLook(Color.WHITE, Color.BLACK, 12);
    private static final ChartLook DARK = new ChartLook(new Color(0x1e1e1e), Color.WHITE, 12);

    @Test
    void paintsTwiceThePixelsAtTwiceTheScale() {
        BufferedImage image = new ChartPainter(LIGHT).paint(loss(1, 2), 400, 200, 2).image();
        assertEquals(800, image.getWidth());
        assertEquals(400, image.getHeight());
    }

    @Test
    void leavesRoomForTheEpochsStillToCome() {
        PaintedChart chart = new ChartPainter(LIGHT).paint(loss(1, 2), 400, 200, 1);
        assertTrue(chart.xUpper() > 10 && chart.xUpper() < 10.5, "room for ten epochs, not much more");
        assertEquals(5, chart.valueAt(chart.positionOf(5)), 1e-9);
    }

    @Test
    void drawsTheCurveInTheColourOfTheTheme() {
        for (ChartLook look : List.of(LIGHT, DARK)) {
            PaintedChart chart = new ChartPainter(look).paint(loss(1, 1), 400, 200, 1);
            Color curve = look.curve(ChartContent.Hue.BLUE, SeriesStyle.SOLID);
            assertTrue(contains(chart.image(), curve), "no pixel in " + curve);
            assertTrue(contains(chart.image(), look.background()));
        }
    }

    @Test
    void marksAValueThatIsNotANumber() {
        PaintedChart chart = new ChartPainter(LIGHT).paint(loss(1, Double.NaN), 400, 200, 1);
        assertTrue(contains(chart.image(), LIGHT.alarm()));
        assertTrue(!contains(new ChartPainter(LIGHT).paint(loss(1, 2), 400, 200, 1).image(), LIGHT.alarm()));
    }

    private static ChartContent loss(double first, double second) {
        Points points = Points.of(new double[] {1, 2}, new double[] {first, second});
        return new ChartContent("Loss", "Epoch", "Loss", ChartContent.Hue.BLUE, 10, false,
                List.of(new ChartSeries("Training", SeriesStyle.SOLID, points)));
    }

    private static boolean contains(BufferedImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == color.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }
}
