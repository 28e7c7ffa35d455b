// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.util.Objects;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.network.layer.LayerCatalog;

/**
 * What experiments can be made of here: what comes with Vesalius, and what plug-ins add.
 *
 * @param layers the layer types
 * @param readers the readers of images
 */
public record ExperimentContext(LayerCatalog layers, ImageReaders readers) {
    /** No component may be null. */
    public ExperimentContext {
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(readers, "readers");
    }

    /** What comes with Vesalius. */
    public static ExperimentContext standard() {
        return new ExperimentContext(LayerCatalog.standard(), ImageReaders.standard());
    }
}
