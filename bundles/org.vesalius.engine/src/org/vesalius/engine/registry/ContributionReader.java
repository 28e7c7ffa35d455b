// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.vesalius.core.ContributionFault;

/** Reads the contributions to an extension point one by one, so that a faulty one harms nobody else. */
final class ContributionReader {

    private final IExtensionRegistry registry;
    private final Consumer<ContributionFault> faults;

    /**
     * A reader over a registry.
     *
     * @param faults gets each contribution that has to be skipped
     */
    ContributionReader(IExtensionRegistry registry, Consumer<ContributionFault> faults) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.faults = Objects.requireNonNull(faults, "faults");
    }

    /** The sound contributions made with one element to one extension point, in the order of the registry. */
    <T> List<T> read(String extensionPoint, String elementName, ContributionFactory<T> factory) {
        List<T> contributions = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(extensionPoint)) {
            if (elementName.equals(element.getName())) {
                readOne(extensionPoint, element, factory, contributions);
            }
        }
        return contributions;
    }

    // A plug-in may throw anything, a linkage error included; whatever it is, the others must still work.
    private <T> void readOne(String extensionPoint, IConfigurationElement element, ContributionFactory<T> factory,
            List<T> contributions) {
        try {
            contributions.add(factory.create(element));
        } catch (IllegalArgumentException e) {
            report(extensionPoint, element, reason(e), e);
        } catch (CoreException | RuntimeException | LinkageError e) {
            report(extensionPoint, element, "its class can't be used (" + reason(e) + ")", e);
        }
    }

    private void report(String extensionPoint, IConfigurationElement element, String message, Throwable cause) {
        faults.accept(new ContributionFault(element.getContributor().getName(), extensionPoint, message, cause));
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
