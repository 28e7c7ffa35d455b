// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.graphics.Color;
import org.vesalius.ui.theme.Brightness;

/**
 * The colours of the canvas for one brightness. Text has a contrast of at least 4.5:1 on what lies
 * below it, lines and bands at least 3:1.
 *
 * @param canvas behind everything
 * @param card the face of a layer
 * @param border the edge of a layer
 * @param text names
 * @param secondaryText types, parameters and shapes
 * @param line connections
 * @param accent what is selected, hovered or about to happen
 * @param error the edge of a layer with an error
 * @param warning the edge of a layer with a warning
 */
public record DiagramColors(Color canvas, Color card, Color border, Color text, Color secondaryText,
        Color line, Color accent, Color error, Color warning, Map<String, Color> categories) {

    private static final Map<String, Integer> CATEGORIES = Map.of("input", 0x2F6FD0, "core", 0x7556D0,
            "convolution", 0x0E8386, "pooling", 0x2E8B47, "normalisation", 0xA96E12, "regularisation", 0xA96E12,
            "activation", 0x96701A, "recurrent", 0xC0397A, "merge", 0x67707E, "output", 0xC65D0B);

    /** Returns the colours for light or dark surfaces. */
    public static DiagramColors of(Brightness brightness) {
        return brightness.choose(light(), dark());
    }

    private static DiagramColors light() {
        return new DiagramColors(rgb(0xF6F7F9), rgb(0xFFFFFF), rgb(0xB4BBC6), rgb(0x1B2430), rgb(0x5A6472),
                rgb(0x7C8796), rgb(0x1668DC), rgb(0xC62828), rgb(0xB26A00), categories(0));
    }

    private static DiagramColors dark() {
        return new DiagramColors(rgb(0x1F2226), rgb(0x2C3036), rgb(0x565E69), rgb(0xEDF0F4), rgb(0xAEB7C3),
                rgb(0x8A94A2), rgb(0x62A8FF), rgb(0xFF7B72), rgb(0xE3A53C), categories(48));
    }

    private static Map<String, Color> categories(int lift) {
        Map<String, Color> colors = new HashMap<>();
        CATEGORIES.forEach((name, value) -> colors.put(name, lifted(value, lift)));
        return Map.copyOf(colors);
    }

    /** Returns the colour of a category of layers; categories of plug-ins share the neutral one. */
    public Color category(String category) {
        Color known = categories.get(category.toLowerCase(Locale.ROOT));
        return known != null ? known : categories.get("merge");
    }

    private static Color rgb(int value) {
        return lifted(value, 0);
    }

    private static Color lifted(int value, int lift) {
        return new Color(lift(value >> 16, lift), lift(value >> 8, lift), lift(value, lift));
    }

    private static int lift(int channel, int lift) {
        return Math.min(255, (channel & 0xFF) + lift);
    }
}
