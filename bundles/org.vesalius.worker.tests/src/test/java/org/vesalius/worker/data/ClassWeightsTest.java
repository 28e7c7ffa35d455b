// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.ClassWeight;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;

class ClassWeightsTest {
    /** Four training samples, three of them normal; one validation sample; one without label. */
    private static final CategoryTarget TARGET = new CategoryTarget("out", List.of("normal", "sick"), new int[] {1}, false,
            new int[] {0, 0, 0, 1, 1, CategoryTarget.UNKNOWN});
    private static final int[] TRAINING = {0, 1, 2, 3};

    private TrainingSettings settings;

    @BeforeEach
    void createSettings() {
        settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
    }

    @Test
    void withoutWeightingAllCountTheSame() {
        assertThat(ClassWeights.of(settings, TARGET, TRAINING)).containsOnly(1);
    }

    @Test
    void balancedWeightsAreNOverKTimesTheCount() {
        settings.setClassWeighting(ClassWeighting.BALANCED);

        // 4 / (2 * 3) and 4 / (2 * 1)
        assertThat(ClassWeights.of(settings, TARGET, TRAINING)).containsExactly(2f / 3, 2);
    }

    @Test
    void customWeightsAreTakenAsTheyAre() {
        settings.setClassWeighting(ClassWeighting.CUSTOM);
        ClassWeight weight = ExperimentFactory.eINSTANCE.createClassWeight();
        weight.setCategory("sick");
        weight.setWeight(5);
        settings.getClassWeights().add(weight);

        assertThat(ClassWeights.of(settings, TARGET, TRAINING)).containsExactly(1, 5);
    }

    @Test
    void aCategoryWithoutTrainingSamplesDoesNotDivideByZero() {
        settings.setClassWeighting(ClassWeighting.BALANCED);

        assertThat(ClassWeights.of(settings, TARGET, new int[] {0, 1})).contains(1).doesNotContain(
                Float.POSITIVE_INFINITY);
    }
}
