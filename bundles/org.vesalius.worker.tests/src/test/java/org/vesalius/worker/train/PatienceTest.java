// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vesalius.experiment.EarlyStopping;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.worker.state.Patience;

class PatienceTest {
    @Test
    void waitsWhileNothingGetsBetterByEnough() {
        Patience first = Patience.FRESH.after(1, 0.1);
        assertThat(first).isEqualTo(new Patience(1, 0));
        assertThat(first.after(0.95, 0.1)).isEqualTo(new Patience(1, 1));
        assertThat(first.after(0.95, 0.1).after(0.89, 0.1)).isEqualTo(new Patience(0.89, 0));
        assertThat(first.after(Double.NaN, 0)).isEqualTo(new Patience(1, 1));
    }

    @Test
    void isExhaustedAfterTheEpochsOfTheRule() {
        EarlyStopping rule = ExperimentFactory.eINSTANCE.createEarlyStopping();
        rule.setPatience(2);

        assertThat(new Patience(1, 1).exhausted(rule)).isFalse();
        assertThat(new Patience(1, 2).exhausted(rule)).isTrue();
        assertThat(new Patience(1, 99).exhausted(null)).isFalse();
    }

    @Test
    void monitorsWhatTheSettingsSay() {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        MetricValues training = values(0.3, 0.7);
        MetricValues validation = values(0.4, 0.6);
        assertThat(Monitor.of(settings, true).value(training, validation)).isEqualTo(0.4);
        assertThat(Monitor.of(settings, false).value(training, MetricValues.NONE)).isEqualTo(0.3);

        settings.setEarlyStopping(ExperimentFactory.eINSTANCE.createEarlyStopping());
        settings.getEarlyStopping().setMonitor("validation-accuracy");
        assertThat(Monitor.of(settings, true).value(training, validation)).isEqualTo(-0.6);
    }

    private static MetricValues values(double loss, double accuracy) {
        return MetricValues.NONE.with(Metric.LOSS, loss).with(Metric.ACCURACY, accuracy);
    }
}
