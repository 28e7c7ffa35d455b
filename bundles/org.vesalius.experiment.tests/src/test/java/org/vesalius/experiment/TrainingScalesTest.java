// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.fixture.SmallProject;
import org.vesalius.network.analysis.TrainingScale;

/** How many numbers each optimiser remembers for a parameter, by the papers that the metamodel names. */
class TrainingScalesTest {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    @Test
    void eachOptimiserRemembersWhatItsUpdateNeeds() {
        assertThat(states(FACTORY.createSgd())).isZero();
        assertThat(states(FACTORY.createNesterov())).isEqualTo(1);
        assertThat(states(FACTORY.createRmsProp())).isEqualTo(1);
        assertThat(states(FACTORY.createAdam())).isEqualTo(2);
        assertThat(states(FACTORY.createAdamW())).isEqualTo(2);
    }

    @Test
    void whatIsLeftOpenIsAsUsual() {
        TrainingSettings settings = FACTORY.createTrainingSettings();
        settings.setBatchSize(0);
        assertThat(TrainingScales.of(settings)).isEqualTo(new TrainingScale(1, "Adam", 2));
    }

    @Test
    void theExperimentThatTrainsTheNetworkIsAsked(@TempDir Path folder) throws IOException {
        SmallProject project = new SmallProject(folder).with(settings -> {
            settings.setBatchSize(8);
            settings.setOptimizer(FACTORY.createSgd());
        });
        Path network = folder.resolve("small.network");
        List<Path> experiments = List.of(folder.resolve("absent.experiment"), project.file());
        assertThat(TrainingScales.forNetwork(network, experiments)).contains(new TrainingScale(8, "Sgd", 0));
        assertThat(TrainingScales.forNetwork(folder.resolve("other.network"), experiments)).isEmpty();
    }

    private static int states(Optimizer optimizer) {
        TrainingSettings settings = FACTORY.createTrainingSettings();
        settings.setOptimizer(optimizer);
        return TrainingScales.of(settings).statesPerParameter();
    }
}
