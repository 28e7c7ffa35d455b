// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.render;

import java.util.Locale;
import java.util.Map;

/**
 * The colours of a diagram as 0xRRGGBB. Text has a contrast of at least 4.5:1 on what lies below it, lines and bands at
 * least 3:1 (WCAG 2.1).
 *
 * @param canvas behind everything
 * @param card the face of a layer
 * @param border the edge of a layer
 * @param text names
 * @param secondaryText types, settings and shapes
 * @param line connections
 * @param accent what is selected or about to happen
 * @param error the edge of a layer with an error
 * @param warning the edge of a layer with a warning
 * @param categories the colour of each category of layers, by its name in lower case
 */
public record DiagramPalette(int canvas, int card, int border, int text, int secondaryText, int line, int accent,
        int error, int warning, Map<String, Integer> categories) {
    private static final String NEUTRAL = "other";
    private static final int LIFT_IN_DARK = 48;

    /** Copies the map. */
    public DiagramPalette {
        categories = Map.copyOf(categories);
    }

    /** For light surfaces. */
    public static DiagramPalette light() {
        return new DiagramPalette(0xF6F7F9, 0xFFFFFF, 0xB4BBC6, 0x1B2430, 0x5A6472, 0x7C8796, 0x1668DC, 0xC62828,
                0xB26A00, hues(0));
    }

    /** For dark surfaces. */
    public static DiagramPalette dark() {
        return new DiagramPalette(0x1F2226, 0x2C3036, 0x565E69, 0xEDF0F4, 0xAEB7C3, 0x8A94A2, 0x62A8FF, 0xFF7B72,
                0xE3A53C, hues(LIFT_IN_DARK));
    }

    /** The colour of a category of layers; categories of plug-ins share the neutral one. */
    public int category(String name) {
        return categories.getOrDefault(name.toLowerCase(Locale.ROOT), categories.get(NEUTRAL));
    }

    private static Map<String, Integer> hues(int lift) {
        return Map.ofEntries(hue("input", 0x2F6FD0, lift), hue("core", 0x7556D0, lift),
                hue("convolution", 0x0E8386, lift), hue("pooling", 0x2E8B47, lift),
                hue("normalisation", 0xA96E12, lift), hue("regularisation", 0x8A7A1F, lift),
                hue("activation", 0xB5543A, lift), hue("shape", 0x4F6F94, lift), hue("recurrent", 0xC0397A, lift),
                hue("attention", 0x9A3FB0, lift), hue("merge", 0x67707E, lift), hue("block", 0x3F57A8, lift),
                hue("output", 0xC65D0B, lift), hue(NEUTRAL, 0x6E6E6E, lift));
    }

    private static Map.Entry<String, Integer> hue(String name, int color, int lift) {
        int red = lifted(color >> 16, lift);
        int green = lifted(color >> 8, lift);
        return Map.entry(name, red << 16 | green << 8 | lifted(color, lift));
    }

    private static int lifted(int channel, int lift) {
        return Math.min(255, (channel & 0xFF) + lift);
    }
}
