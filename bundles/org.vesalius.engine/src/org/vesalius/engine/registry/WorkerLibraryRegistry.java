// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.vesalius.core.ContributionFault;

/** Finds the jars that bundles contribute to {@link WorkerLibrariesExtensionPoint}. */
public final class WorkerLibraryRegistry {

    private final ContributionReader reader;

    /**
     * A registry of worker libraries over the extension registry.
     *
     * @param faults gets every faulty contribution, each once for a call of {@link #read()}
     */
    public WorkerLibraryRegistry(IExtensionRegistry registry, Consumer<ContributionFault> faults) {
        reader = new ContributionReader(registry, faults);
    }

    /** The jars of all contributed libraries, absolute; they go to the end of the worker's class path. */
    public List<Path> read() {
        return reader.read(WorkerLibrariesExtensionPoint.ID, WorkerLibrariesExtensionPoint.LIBRARY,
                WorkerLibraryRegistry::jars).stream().flatMap(List::stream).toList();
    }

    private static List<Path> jars(IConfigurationElement element) throws CoreException {
        String folder = element.getAttribute(WorkerLibrariesExtensionPoint.LIBRARY_FOLDER);
        Bundle bundle = Platform.getBundle(element.getContributor().getName());
        if (bundle == null) {
            throw new IllegalArgumentException("its bundle is not active");
        }
        BundleJars files = new BundleJars(bundle);
        return folder == null || folder.isBlank() ? List.of(files.itself()) : files.in(folder);
    }
}
