// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.CosineDecay;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.ExponentialDecay;
import org.vesalius.experiment.Sgd;
import org.vesalius.experiment.StepDecay;
import org.vesalius.experiment.TrainingSettings;

/** Values computed by hand. */
class LearningRatesTest {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    private TrainingSettings settings;

    @BeforeEach
    void createSettings() {
        settings = FACTORY.createTrainingSettings();
        Sgd sgd = FACTORY.createSgd();
        sgd.setLearningRate(0.8);
        settings.setOptimizer(sgd);
        settings.setEpochs(4);
    }

    @Test
    void staysTheSameWithoutScheduleAndWithAConstantOne() {
        assertThat(rate(1)).isEqualTo(0.8);
        settings.setSchedule(FACTORY.createConstant());
        assertThat(rate(4)).isEqualTo(0.8);
    }

    @Test
    void stepDecayFallsAfterEveryFewEpochs() {
        StepDecay decay = FACTORY.createStepDecay();
        decay.setFactor(0.5);
        decay.setEveryEpochs(2);
        settings.setSchedule(decay);

        assertThat(new double[] {rate(1), rate(2), rate(3), rate(4), rate(5)})
                .containsExactly(0.8, 0.8, 0.4, 0.4, 0.2);
    }

    @Test
    void exponentialDecayFallsAfterEachEpoch() {
        ExponentialDecay decay = FACTORY.createExponentialDecay();
        decay.setFactor(0.5);
        settings.setSchedule(decay);

        assertThat(new double[] {rate(1), rate(2), rate(3)}).containsExactly(0.8, 0.4, 0.2);
    }

    @Test
    void cosineDecayGoesFromTheRateTowardsTheMinimum() {
        CosineDecay decay = FACTORY.createCosineDecay();
        decay.setMinimum(0.2);
        settings.setSchedule(decay);

        // 0.2 + 0.6 (1 + cos(k pi / 4)) / 2 for k = 0, 1, 2, 3
        assertThat(rate(1)).isEqualTo(0.8);
        assertThat(rate(2)).isCloseTo(0.7121320344, within(1e-10));
        assertThat(rate(3)).isCloseTo(0.5, within(1e-12));
        assertThat(rate(4)).isCloseTo(0.2878679656, within(1e-10));
    }

    private double rate(int epoch) {
        return LearningRates.of(settings).at(epoch);
    }
}
