// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.check.standard.DatasetChecks;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.network.layer.LayerCatalog;

/**
 * What experiments can be made of here: what comes with Vesalius, and what plug-ins add.
 *
 * @param layers the layer types
 * @param readers the readers of images
 * @param checks the checks of data sets
 * @param kept what images held when checks looked at them last
 * @param outside which files outside a project may be read
 */
public record ExperimentContext(LayerCatalog layers, ColumnReaders readers, List<DatasetCheck> checks, KeptFingerprints kept,
        OutsideFiles outside) {
    /** Copies the checks; no component may be null. */
    public ExperimentContext {
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(readers, "readers");
        checks = List.copyOf(checks);
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(outside, "outside");
    }

    /** What is installed; nothing is kept of what checks look at, and paths are followed wherever they lead. */
    public static ExperimentContext of(Installation installation) {
        return new ExperimentContext(installation.layers(), installation.readers(), installation.checks(),
                KeptFingerprints.none(), OutsideFiles.everything());
    }

    /** What comes with Vesalius, for tests. */
    public static ExperimentContext standard() {
        return of(Installation.standard());
    }

    /** The same, with what checks look at kept in the user's cache, so that unchanged images are not read again. */
    public ExperimentContext keptIn(Path cache) {
        return new ExperimentContext(layers, readers, checks, KeptFingerprints.in(cache), outside);
    }

    /** What finds the problems of data sets. */
    public DatasetChecks datasetChecks() {
        return new DatasetChecks(checks, readers, kept);
    }

    /** The same, with paths that lead out of a project followed only where that is allowed. */
    public ExperimentContext guardedBy(OutsideFiles permission) {
        return new ExperimentContext(layers, readers, checks, kept, permission);
    }
}
