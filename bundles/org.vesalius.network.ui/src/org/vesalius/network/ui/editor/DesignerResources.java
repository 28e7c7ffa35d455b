// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.function.Consumer;

import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.figure.CanvasText;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.figure.DiagramStyle.Colors;
import org.vesalius.network.ui.figure.DiagramStyle.Fonts;
import org.vesalius.ui.theme.Brightness;
import org.vesalius.ui.theme.ThemeMonitor;

/** What one editor needs of the system: layer types, icons, fonts, and colours that follow the theme. */
final class DesignerResources implements AutoCloseable {
    private final LayerCatalog catalog;
    private final LayerImages images;
    private final Fonts fonts = new Fonts();
    private final CanvasText text = new CanvasText();
    private final ThemeMonitor theme;
    private DiagramStyle style;

    /** @param restyle hears the new style after a change of the theme */
    DesignerResources(LayerCatalog catalog, Consumer<DiagramStyle> restyle) {
        this.catalog = catalog;
        images = new LayerImages(catalog);
        theme = new ThemeMonitor(brightness -> {
            style = styleFor(brightness);
            restyle.accept(style);
        });
        style = styleFor(theme.brightness());
    }

    private DiagramStyle styleFor(Brightness brightness) {
        return new DiagramStyle(Colors.of(brightness), fonts, text);
    }

    LayerCatalog catalog() {
        return catalog;
    }

    LayerImages images() {
        return images;
    }

    DiagramStyle style() {
        return style;
    }

    @Override
    public void close() {
        theme.close();
        images.close();
        text.close();
        fonts.close();
    }
}
