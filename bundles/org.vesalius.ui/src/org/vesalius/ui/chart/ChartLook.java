// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.vesalius.ui.chart.ChartContent.Hue;

/**
 * Colours and type of a chart, derived from the background of the control around it: so a chart follows the theme without
 * knowing its name.
 *
 * @param background colour behind the chart
 * @param foreground colour of text
 * @param fontSize height of text in points at 100 % zoom
 */
public record ChartLook(Color background, Color foreground, float fontSize) {

    private static final float[] DASHES = {5f, 3f};

    /** Returns whether the background is dark. */
    public boolean dark() {
        return 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue() < 128;
    }

    /** Returns the colour of a curve; the faint style is the same hue, nearly transparent. */
    public Color curve(Hue hue, SeriesStyle style) {
        Color base = switch (hue) {
            case BLUE -> dark() ? new Color(0x6cb8ff) : new Color(0x0b62a8);
            case ORANGE -> dark() ? new Color(0xffae57) : new Color(0xb05400);
        };
        return style == SeriesStyle.FAINT ? new Color(base.getRed(), base.getGreen(), base.getBlue(), 96) : base;
    }

    /** Returns the colour of grid lines. */
    public Color grid() {
        return mix(foreground, background, 0.15);
    }

    /** Returns the colour of axis lines and tick marks. */
    public Color axis() {
        return mix(foreground, background, 0.45);
    }

    /** Returns the colour that marks values which are not numbers. */
    public Color alarm() {
        return dark() ? new Color(0xff7b72) : new Color(0xc62828);
    }

    /** Returns the line of a curve. */
    public BasicStroke stroke(SeriesStyle style) {
        return switch (style) {
            case FAINT -> new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case SOLID -> new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED -> new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
        };
    }

    /** Returns the font of labels, or of the title when {@code strong}. */
    public Font font(boolean strong) {
        return new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, 1).deriveFont(fontSize);
    }

    private static Color mix(Color one, Color other, double share) {
        return new Color(mix(one.getRed(), other.getRed(), share), mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }
}
