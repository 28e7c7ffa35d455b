// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.engine.ExecutionEngine;

class EngineRegistryTest {

    private static final String FAKE = "org.vesalius.engine.fake.FakeEngine";

    private final Object key = new Object();
    private final List<ContributionFault> faults = new ArrayList<>();
    private IExtensionRegistry registry;

    @BeforeEach
    void createRegistry() {
        registry = RegistryFactory.createRegistry(new RegistryStrategy(null, null), key, null);
        contribute("org.vesalius.engine", "<extension-point id='engines' name='Engines'/>");
    }

    @AfterEach
    void stopRegistry() {
        registry.stop(key);
    }

    @Test
    void makesTheContributedEngines() {
        contribute("lab", engine("fake", FAKE));

        assertThat(engines()).extracting(ExecutionEngine::name).containsExactly("Fake");
        assertThat(faults).isEmpty();
    }

    @Test
    void skipsAnEngineWithoutIdAndNamesItsBundle() {
        contribute("lab", "<extension point='org.vesalius.engine.engines'><engine class='" + FAKE + "'/></extension>");

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::report).asString().contains("lab", "'id'");
    }

    @Test
    void skipsAnEngineWhoseClassIsMissingAndKeepsTheOthers() {
        contribute("broken", engine("torch", "org.lab.NoSuchEngine"));
        contribute("lab", engine("fake", FAKE));

        assertThat(engines()).extracting(ExecutionEngine::id).containsExactly("fake");
        assertThat(faults).singleElement().extracting(ContributionFault::contributor).isEqualTo("broken");
    }

    @Test
    void skipsAClassThatIsNoEngine() {
        contribute("lab", engine("text", "java.lang.StringBuilder"));

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString()
                .contains("no ExecutionEngine");
    }

    @Test
    void skipsAnEngineThatCallsItselfOtherwise() {
        contribute("lab", engine("torch", FAKE));

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString().contains("torch", "fake");
    }

    @Test
    void keepsTheFirstOfTwoEnginesWithTheSameId() {
        contribute("lab1", engine("fake", FAKE));
        contribute("lab2", engine("fake", FAKE));

        assertThat(engines()).hasSize(1);
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString().contains("is taken");
    }

    private List<ExecutionEngine> engines() {
        return new EngineRegistry(registry, faults::add).read().all();
    }

    private static String engine(String id, String className) {
        return "<extension point='org.vesalius.engine.engines'><engine id='" + id + "' class='" + className
                + "'/></extension>";
    }

    private void contribute(String bundle, String content) {
        byte[] xml = ("<?eclipse version='3.4'?><plugin>" + content + "</plugin>").getBytes(StandardCharsets.UTF_8);
        boolean added = registry.addContribution(new ByteArrayInputStream(xml),
                ContributorFactorySimple.createContributor(bundle), false, bundle, null, key);
        assertThat(added).isTrue();
    }
}
