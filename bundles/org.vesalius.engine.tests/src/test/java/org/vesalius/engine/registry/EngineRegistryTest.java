// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vesalius.core.ContributionFault;
import org.vesalius.engine.ExecutionEngine;

class EngineRegistryTest {

    private static final String FAKE = "org.vesalius.engine.fake.FakeEngine";

    @RegisterExtension
    final Contributions contributions = new Contributions();

    private final List<ContributionFault> faults = new ArrayList<>();

    @Test
    void makesTheContributedEngines() {
        contributions.contribute("lab", engine("fake", FAKE));

        assertThat(engines()).extracting(ExecutionEngine::name).containsExactly("Fake");
        assertThat(faults).isEmpty();
    }

    @Test
    void skipsAnEngineWithoutIdAndNamesItsBundle() {
        contributions.contribute("lab", "<extension point='org.vesalius.engine.engines'><engine class='" + FAKE + "'/></extension>");

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::report).asString().contains("lab", "'id'");
    }

    @Test
    void skipsAnEngineWhoseClassIsMissingAndKeepsTheOthers() {
        contributions.contribute("broken", engine("torch", "org.lab.NoSuchEngine"));
        contributions.contribute("lab", engine("fake", FAKE));

        assertThat(engines()).extracting(ExecutionEngine::id).containsExactly("fake");
        assertThat(faults).singleElement().extracting(ContributionFault::contributor).isEqualTo("broken");
    }

    @Test
    void skipsAClassThatIsNoEngine() {
        contributions.contribute("lab", engine("text", "java.lang.StringBuilder"));

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString()
                .contains("no ExecutionEngine");
    }

    @Test
    void skipsAnEngineThatCallsItselfOtherwise() {
        contributions.contribute("lab", engine("torch", FAKE));

        assertThat(engines()).isEmpty();
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString().contains("torch", "fake");
    }

    @Test
    void keepsTheFirstOfTwoEnginesWithTheSameId() {
        contributions.contribute("lab1", engine("fake", FAKE));
        contributions.contribute("lab2", engine("fake", FAKE));

        assertThat(engines()).hasSize(1);
        assertThat(faults).singleElement().extracting(ContributionFault::message).asString().contains("is taken");
    }

    private List<ExecutionEngine> engines() {
        return new EngineRegistry(contributions.registry(), faults::add).read().all();
    }

    private static String engine(String id, String className) {
        return "<extension point='org.vesalius.engine.engines'><engine id='" + id + "' class='" + className
                + "'/></extension>";
    }
}
