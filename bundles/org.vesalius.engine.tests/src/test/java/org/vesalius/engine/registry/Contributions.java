// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An extension registry of its own for each test, with the extension points of the engine's bundle. */
final class Contributions implements BeforeEachCallback, AfterEachCallback {
    private final Object key = new Object();
    private IExtensionRegistry registry;

    @Override
    public void beforeEach(ExtensionContext context) {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), key, null);
        contribute("org.vesalius.engine", "<extension-point id='engines' name='Engines'/>"
                + "<extension-point id='layers' name='Layers'/><extension-point id='columnReaders' name='Readers'/>"
                + "<extension-point id='datasetChecks' name='Checks'/>");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        registry.stop(key);
    }

    IExtensionRegistry registry() {
        return registry;
    }

    void contribute(String bundle, String content) {
        byte[] xml = ("<?eclipse version='3.4'?><plugin>" + content + "</plugin>").getBytes(StandardCharsets.UTF_8);
        boolean added = registry.addContribution(new ByteArrayInputStream(xml),
                ContributorFactorySimple.createContributor(bundle), false, bundle, null, key);
        assertThat(added).isTrue();
    }
}
