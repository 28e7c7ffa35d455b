// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.vesalius.core.ContributionFault;
import org.vesalius.engine.Engines;
import org.vesalius.engine.ExecutionEngine;

/** Finds the engines that bundles contribute to {@link EnginesExtensionPoint}. */
public final class EngineRegistry {

    private final ContributionReader reader;

    /**
     * A registry of engines over the extension registry.
     *
     * @param faults gets every faulty contribution, each once for a call of {@link #read()}
     */
    public EngineRegistry(IExtensionRegistry registry, Consumer<ContributionFault> faults) {
        reader = new ContributionReader(registry, faults);
    }

    /** Makes all contributed engines; of two with the same id the first stays. */
    public Engines read() {
        Set<String> ids = new HashSet<>();
        List<ExecutionEngine> engines = reader.read(EnginesExtensionPoint.ID, EnginesExtensionPoint.ENGINE,
                element -> create(element, ids));
        return new Engines(engines);
    }

    private static ExecutionEngine create(IConfigurationElement element, Set<String> ids) throws CoreException {
        String id = element.getAttribute(EnginesExtensionPoint.ENGINE_ID);
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("the attribute 'id' is missing");
        }
        if (ids.contains(id)) {
            throw new IllegalArgumentException("the engine id '" + id + "' is taken by another bundle");
        }
        Object made = element.createExecutableExtension(EnginesExtensionPoint.ENGINE_CLASS);
        if (!(made instanceof ExecutionEngine engine)) {
            throw new IllegalArgumentException(made.getClass().getName() + " is no ExecutionEngine");
        }
        if (!id.equals(engine.id())) {
            throw new IllegalArgumentException(
                    "the contribution says '" + id + "' and its class says '" + engine.id() + "'");
        }
        ids.add(id);
        return engine;
    }
}
