// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Problem;
import org.vesalius.experiment.Binding;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.Encoding;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;

class DataAdviceTest {
    private static final Problem IMBALANCE = Problem.advice("dataset.imbalance", "class", "The largest has 9.", "Switch on weights.");
    private static final Problem VALUES = Problem.advice("dataset.values", "signs", "They go in with their values as stored.", "Why.");

    private final Experiment experiment = ExperimentFactory.eINSTANCE.createExperiment();

    @BeforeEach
    void bind() {
        experiment.setTraining(ExperimentFactory.eINSTANCE.createTrainingSettings());
        Binding binding = ExperimentFactory.eINSTANCE.createBinding();
        binding.setColumn("signs");
        experiment.getBindings().add(binding);
    }

    @Test
    void weightsAreAdvisedWhereTheyAreOff() {
        assertThat(advice(IMBALANCE)).containsExactly(IMBALANCE);

        experiment.getTraining().setClassWeighting(ClassWeighting.BALANCED);
        assertThat(advice(IMBALANCE)).isEmpty();
    }

    @Test
    void whatABindingDoesWithValuesIsTold() {
        assertThat(advice(VALUES)).containsExactly(VALUES);

        experiment.getBindings().get(0).setEncoding(Encoding.STANDARDISED);
        assertThat(advice(VALUES)).extracting(Problem::message).containsExactly(
                "They go in with their values as stored, then standardised by mean and deviation of the training samples.");
    }

    private List<Problem> advice(Problem problem) {
        return new DataAdvice(experiment).of(List.of(problem));
    }
}
