// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.nio.file.Path;
import java.util.Objects;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ImageReaders;
import org.vesalius.network.layer.LayerCatalog;

/**
 * What experiments can be made of here: what comes with Vesalius, and what plug-ins add.
 *
 * @param layers the layer types
 * @param readers the readers of images
 * @param kept what images held when checks looked at them last
 */
public record ExperimentContext(LayerCatalog layers, ImageReaders readers, KeptFingerprints kept) {
    /** No component may be null. */
    public ExperimentContext {
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(readers, "readers");
        Objects.requireNonNull(kept, "kept");
    }

    /** What comes with Vesalius; nothing is kept of what checks look at. */
    public static ExperimentContext standard() {
        return new ExperimentContext(LayerCatalog.standard(), ImageReaders.standard(), KeptFingerprints.none());
    }

    /** The same, with what checks look at kept in the user's cache, so that unchanged images are not read again. */
    public ExperimentContext keptIn(Path cache) {
        return new ExperimentContext(layers, readers, KeptFingerprints.in(cache));
    }
}
