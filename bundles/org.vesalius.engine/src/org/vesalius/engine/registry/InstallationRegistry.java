// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.vesalius.core.ContributionFault;
import org.vesalius.dataset.check.DatasetCheck;
import org.vesalius.dataset.reader.ColumnReader;
import org.vesalius.experiment.Installation;
import org.vesalius.network.layer.LayerPackage;

/** Builds the installation of the workbench and the command line from what bundles contribute. */
public final class InstallationRegistry {
    /** Takes packages of layer types; its schema is {@code schema/layers.exsd}. */
    public static final String LAYERS = "org.vesalius.engine.layers";
    /** Takes readers of images; its schema is {@code schema/columnReaders.exsd}. */
    public static final String COLUMN_READERS = "org.vesalius.engine.columnReaders";

    /** Takes checks of data sets; its schema is {@code schema/datasetChecks.exsd}. */
    public static final String DATASET_CHECKS = "org.vesalius.engine.datasetChecks";

    private final ContributionReader reader;
    private Installation installation = Installation.empty();

    /**
     * A registry of what plug-ins add.
     *
     * @param faults gets every faulty contribution, each once for a call of {@link #read()}
     */
    public InstallationRegistry(IExtensionRegistry registry, Consumer<ContributionFault> faults) {
        reader = new ContributionReader(registry, faults);
    }

    /** Adds all sound contributions up. */
    public Installation read() {
        installation = Installation.empty();
        reader.read(LAYERS, "layers", element -> {
            LayerPackage layers = create(element, LayerPackage.class);
            return add(before -> before.with(layers));
        });
        reader.read(COLUMN_READERS, "columnReader", element -> {
            ColumnReader images = create(element, ColumnReader.class);
            return add(before -> before.with(images));
        });
        reader.read(DATASET_CHECKS, "datasetCheck", element -> {
            DatasetCheck check = create(element, DatasetCheck.class);
            return add(before -> before.with(check));
        });
        return installation;
    }

    private Installation add(UnaryOperator<Installation> contribution) {
        installation = contribution.apply(installation);
        return installation;
    }

    private static <T> T create(IConfigurationElement element, Class<T> type) throws CoreException {
        Object made = element.createExecutableExtension("class");
        if (!type.isInstance(made)) {
            throw new IllegalArgumentException(made.getClass().getName() + " is no " + type.getSimpleName());
        }
        return type.cast(made);
    }
}
