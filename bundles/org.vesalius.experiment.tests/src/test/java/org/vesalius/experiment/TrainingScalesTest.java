// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    private static int states(Optimizer optimizer) {
        TrainingSettings settings = FACTORY.createTrainingSettings();
        settings.setOptimizer(optimizer);
        return TrainingScales.of(settings).statesPerParameter();
    }
}
