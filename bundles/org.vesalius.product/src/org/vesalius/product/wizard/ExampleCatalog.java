// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.wizard;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The example projects that bundles contribute. */
final class ExampleCatalog {

    /** Identifier of the extension point. */
    static final String EXTENSION_POINT = "org.vesalius.product.examples";

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String FOLDER = "folder";
    private static final String DESCRIPTION = "description";

    private final IExtensionRegistry registry;

    ExampleCatalog(IExtensionRegistry registry) {
        this.registry = registry;
    }

    /** Returns all examples; one that is described incompletely is named in the log and left out. */
    List<ExampleProject> examples() {
        List<ExampleProject> examples = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(EXTENSION_POINT)) {
            if (isComplete(element)) {
                examples.add(read(element));
            } else {
                ILog.of(ExampleCatalog.class).warn("An example of " + element.getContributor().getName()
                        + " is left out: it needs id, name, description and folder");
            }
        }
        return examples;
    }

    private static boolean isComplete(IConfigurationElement element) {
        return List.of(ID, NAME, FOLDER, DESCRIPTION).stream().allMatch(name -> element.getAttribute(name) != null);
    }

    private static ExampleProject read(IConfigurationElement element) {
        Bundle bundle = Platform.getBundle(element.getContributor().getName());
        return new ExampleProject(element.getAttribute(ID), element.getAttribute(NAME), element.getAttribute(DESCRIPTION),
                bundle, element.getAttribute(FOLDER).replaceAll("/+$", ""));
    }
}
