// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.catalog;

import org.vesalius.network.analysis.NetworkAnalyzer;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.LayerCatalog;

/** The one place where the window asks which layer types there are. */
public final class LayerTypes {
    private LayerTypes() {
    }

    /** Returns all layer types. */
    public static LayerCatalog catalog() {
        return LayerCatalog.standard();
    }

    /** Returns the reader and writer of networks made of these types. */
    public static NetworkFiles files() {
        return new NetworkFiles(catalog());
    }

    /** Returns the analyzer of networks made of these types. */
    public static NetworkAnalyzer analyzer() {
        return new NetworkAnalyzer(catalog());
    }
}
