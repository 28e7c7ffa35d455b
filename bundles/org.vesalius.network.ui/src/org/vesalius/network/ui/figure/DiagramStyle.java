// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.ui.theme.Brightness;

/** What all figures of one canvas share. */
public record DiagramStyle(Colors colors, Fonts fonts, CanvasText text) {

    /**
     * The colours of the canvas for one brightness: those of pictures, and some for what pictures don't show.
     *
     * @param canvas behind everything
     * @param card the face of a layer
     * @param border the edge of a layer
     * @param text names
     * @param secondaryText types, parameters and shapes
     * @param line connections
     * @param grid the lines of the grid
     * @param accent what is selected, hovered or about to happen
     * @param error the edge of a layer with an error
     * @param warning the edge of a layer with a warning
     */
    public record Colors(Color canvas, Color card, Color border, Color text, Color secondaryText,
            Color line, Color grid, Color accent, Color error, Color warning, Map<String, Color> categories) {
        private static final int LIGHT_GRID = 0xE3E6EB;
        private static final int DARK_GRID = 0x2B2F35;
        private static final String NEUTRAL = "other";

        /** Returns the colours for light or dark surfaces. */
        public static Colors of(Brightness brightness) {
            DiagramPalette palette = brightness.choose(DiagramPalette.light(), DiagramPalette.dark());
            Map<String, Color> categories = new HashMap<>();
            palette.categories().forEach((name, value) -> categories.put(name, rgb(value)));
            return new Colors(rgb(palette.canvas()), rgb(palette.card()), rgb(palette.border()),
                    rgb(palette.text()), rgb(palette.secondaryText()), rgb(palette.line()),
                    rgb(brightness.choose(LIGHT_GRID, DARK_GRID)), rgb(palette.accent()), rgb(palette.error()),
                    rgb(palette.warning()), Map.copyOf(categories));
        }

        /** Returns the colour of a category of layers; categories of plug-ins share the neutral one. */
        public Color category(String category) {
            Color known = categories.get(category.toLowerCase(Locale.ROOT));
            return known != null ? known : categories.get(NEUTRAL);
        }

        private static Color rgb(int value) {
            return new Color(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
        }
    }

    /** The fonts of one canvas, made from the font of dialogs. Close it with the editor, on the UI thread. */
    public static final class Fonts implements AutoCloseable {
        private final LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources());
        private final Font name;
        private final Font small;
        private final Font tiny;
        private final Font big;

        /** Makes the fonts. */
        public Fonts() {
            FontDescriptor base = JFaceResources.getDialogFontDescriptor();
            name = fonts.create(base.withStyle(SWT.BOLD));
            small = fonts.create(base.increaseHeight(-1));
            tiny = fonts.create(base.increaseHeight(-2));
            big = fonts.create(base.withStyle(SWT.BOLD).increaseHeight(base.getFontData()[0].getHeight() * 2 / 3));
        }

        /** Returns the font of a layer's name. */
        public Font name() {
            return name;
        }

        /** Returns the font of everything else. */
        public Font small() {
            return small;
        }

        /** Returns the font of the numbers of inputs. */
        public Font tiny() {
            return tiny;
        }

        /** Returns the font of a layer's name where it is shown at half size. */
        public Font big() {
            return big;
        }

        @Override
        public void close() {
            fonts.dispose();
        }
    }
}
