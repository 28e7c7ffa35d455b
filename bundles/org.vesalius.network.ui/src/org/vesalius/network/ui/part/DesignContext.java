// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.Objects;
import java.util.function.Supplier;

import org.vesalius.network.Network;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.catalog.LayerImages;
import org.vesalius.network.ui.figure.DiagramStyle;

/** What all parts of one open designer share. */
public final class DesignContext {
    private final Network network;
    private final LayerCatalog catalog;
    private final LayerImages images;
    private final Supplier<DiagramStyle> style;
    private final Supplier<AnalysisSnapshot> analysis;

    /**
     * @param style the style at the moment; it changes with the theme
     * @param analysis the newest analysis
     */
    public DesignContext(Network network, LayerCatalog catalog, LayerImages images, Supplier<DiagramStyle> style,
            Supplier<AnalysisSnapshot> analysis) {
        this.network = Objects.requireNonNull(network);
        this.catalog = Objects.requireNonNull(catalog);
        this.images = Objects.requireNonNull(images);
        this.style = Objects.requireNonNull(style);
        this.analysis = Objects.requireNonNull(analysis);
    }

    /** Returns the network that is edited. */
    public Network network() {
        return network;
    }

    /** Returns the layer types. */
    public LayerCatalog catalog() {
        return catalog;
    }

    /** Returns the icons of layers. */
    public LayerImages images() {
        return images;
    }

    /** Returns colours and fonts for the theme in use. */
    public DiagramStyle style() {
        return style.get();
    }

    /** Returns what the newest analysis says. */
    public AnalysisSnapshot analysis() {
        return analysis.get();
    }
}
