// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.util.Objects;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.LayerPackage;
import org.vesalius.network.layer.standard.StandardLayers;

/**
 * All that plug-ins can add, what comes with Vesalius among it. Built in two places and handed on from there: from the
 * extension registry in the workbench and on the command line, by {@link java.util.ServiceLoader} in a worker.
 *
 * @param layers the layer types
 * @param readers the readers of images
 */
public record Installation(LayerCatalog layers, ColumnReaders readers) {
    /** No component may be null. */
    public Installation {
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(readers, "readers");
    }

    /** Nothing at all, to which contributions are added. */
    public static Installation empty() {
        return new Installation(LayerCatalog.empty(), ColumnReaders.none());
    }

    /** What comes with Vesalius, for tests. */
    public static Installation standard() {
        return new Installation(StandardLayers.catalog(), ColumnReaders.standard());
    }

    /**
     * This and the types of another package.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong with them
     */
    public Installation with(LayerPackage added) {
        return new Installation(layers.with(added), readers);
    }

    /**
     * This and another reader.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public Installation with(ColumnReader added) {
        return new Installation(layers, readers.with(added));
    }
}
