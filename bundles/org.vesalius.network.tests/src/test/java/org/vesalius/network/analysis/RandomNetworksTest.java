// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;

/** Properties that hold for every network, looked for in hundreds without sense, at night in thousands. */
class RandomNetworksTest {
    private static final int ROUNDS = 600;
    private static final int ROUNDS_AT_NIGHT = 3000;

    @Test
    void theAnalysisNeverFailsAndEveryFindingIsComplete() {
        requireCompleteFindings(0, ROUNDS);
    }

    @Tag("nightly")
    @Test
    void allThisOfThousands() {
        requireCompleteFindings(ROUNDS, ROUNDS_AT_NIGHT);
        applyFixesTwice(ROUNDS / 3, ROUNDS_AT_NIGHT / 3);
        requireAnEndOfFixes(ROUNDS / 10, ROUNDS_AT_NIGHT / 10);
    }

    private static void requireCompleteFindings(int from, int to) {
        for (int seed = from; seed < to; seed++) {
            Network network = new RandomNetworks(seed).draw();
            NetworkAnalysis analysis = Analyses.of(network);
            assertThat(analysis.totalParameters().total()).as("seed %d", seed).isNotNegative();
            analysis.activationBytes(32).ifPresent(bytes -> assertThat(bytes).isNotNegative());
            analysis.trainingBytes(TrainingScale.usual()).ifPresent(bytes -> assertThat(bytes).isNotNegative());
            for (Problem problem : analysis.problems()) {
                assertThat(problem.checkId()).as("seed %d: %s", seed, problem).startsWith("network.")
                        .isNotIn("network.behavior", "network.check");
                assertThat(problem.message()).as("seed %d", seed).isNotBlank().endsWith(".");
                assertThat(problem.explanation()).as("seed %d: %s", seed, problem).isNotBlank();
            }
        }
    }

    @Test
    void everyFixCanBeAppliedTwiceInAnyState() {
        applyFixesTwice(0, ROUNDS / 3);
    }

    private static void applyFixesTwice(int from, int to) {
        for (int seed = from; seed < to; seed++) {
            Network network = new RandomNetworks(seed).draw();
            for (Problem problem : Analyses.of(network).problems()) {
                problem.fixes().forEach(Fix::apply);
                problem.fixes().forEach(Fix::apply);
            }
            Analyses.of(network);
        }
    }

    /** Also shows that a network without errors has all its shapes: what an engine relies on. */
    @Test
    void applyingTheFirstFixAgainAndAgainComesToAnEnd() {
        requireAnEndOfFixes(0, ROUNDS / 10);
    }

    private static void requireAnEndOfFixes(int from, int to) {
        int repaired = 0;
        for (int seed = from; seed < to; seed++) {
            Network network = new RandomNetworks(seed).draw();
            int steps = 0;
            while (applyFirstFix(network)) {
                steps++;
                assertThat(steps).as("seed %d: %s", seed, Analyses.of(network).problems()).isLessThan(500);
            }
            NetworkAnalysis analysis = Analyses.of(network);
            if (analysis.valid()) {
                repaired++;
                assertThat(network.getLayers()).as("seed %d", seed)
                        .allSatisfy(layer -> assertThat(analysis.shapeOf(layer)).isPresent());
            }
        }
        assertThat(repaired).isGreaterThan((to - from) / 2);
    }

    @Test
    void aThousandLayersOfAnyKindAreAnalysed() {
        NetworkBuilder chain = new NetworkBuilder("chain");
        Network loose = NetworkFactory.eINSTANCE.createNetwork();
        for (int i = 0; i < 1000; i++) {
            chain.add("l" + i, NetworkFactory.eINSTANCE.createDropout());
            Layer layer = NetworkFactory.eINSTANCE.createDense();
            loose.getLayers().add(layer);
        }
        assertThat(Analyses.of(chain.build()).problems()).hasSize(2);
        assertThat(Analyses.of(loose).problems()).hasSize(2002);
    }

    private static boolean applyFirstFix(Network network) {
        for (Problem problem : Analyses.of(network).problems()) {
            if (problem.isError() && !problem.fixes().isEmpty()) {
                problem.fixes().get(0).apply();
                return true;
            }
        }
        return false;
    }
}
