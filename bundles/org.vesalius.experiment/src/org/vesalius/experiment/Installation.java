// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.dataset.reader.ColumnReaders;
import org.vesalius.experiment.check.leak.LeakChecks;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.LayerPackage;
import org.vesalius.network.layer.standard.StandardLayers;

/**
 * All that plug-ins can add, what comes with Vesalius among it. Built in two places and handed on from there: from the
 * extension registry in the workbench and on the command line, by {@link java.util.ServiceLoader} in a worker.
 *
 * @param layers the layer types
 * @param readers the readers of images
 * @param checks the checks of data sets, in their order
 */
public record Installation(LayerCatalog layers, ColumnReaders readers, List<DatasetCheck> checks) {
    /** Copies the checks; no component may be null. */
    public Installation {
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(readers, "readers");
        checks = List.copyOf(checks);
    }

    /** Nothing at all, to which contributions are added. */
    public static Installation empty() {
        return new Installation(LayerCatalog.empty(), ColumnReaders.none(), List.of());
    }

    /** What comes with Vesalius, for tests. */
    public static Installation standard() {
        return new Installation(StandardLayers.catalog(), ColumnReaders.standard(),
                List.of(new StandardChecks(), new LeakChecks()));
    }

    /**
     * This and the types of another package.
     *
     * @throws IllegalArgumentException with a sentence about what is wrong with them
     */
    public Installation with(LayerPackage added) {
        return new Installation(layers.with(added), readers, checks);
    }

    /**
     * This and another reader.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public Installation with(ColumnReader added) {
        return new Installation(layers, readers.with(added), checks);
    }

    /**
     * This and another check of data sets.
     *
     * @throws IllegalArgumentException if one of its class is there already
     */
    public Installation with(DatasetCheck added) {
        if (checks.stream().anyMatch(check -> check.getClass() == added.getClass())) {
            throw new IllegalArgumentException("the check " + added.getClass().getName() + " is there already");
        }
        return new Installation(layers, readers, Stream.concat(checks.stream(), Stream.of(added)).toList());
    }
}
