// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Analyses;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;

/** Properties that hold for every network, looked for in thousands without sense. */
class RandomNetworksTest {
    private static final int ROUNDS = 3000;

    @Test
    void theAnalysisNeverFailsAndEveryFindingIsComplete() {
        for (int seed = 0; seed < ROUNDS; seed++) {
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
        for (int seed = 0; seed < ROUNDS / 3; seed++) {
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
        int repaired = 0;
        for (int seed = 0; seed < ROUNDS / 10; seed++) {
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
        assertThat(repaired).isGreaterThan(ROUNDS / 20);
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
