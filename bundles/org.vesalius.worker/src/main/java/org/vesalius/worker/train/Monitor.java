// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.experiment.MonitoredMetric;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.event.Metrics;

/**
 * The value that says how good an epoch was; the smaller the better, so accuracies are counted negative.
 *
 * @param metric what is looked at
 */
public record Monitor(MonitoredMetric metric) {
    /**
     * What these settings monitor: the metric of early stopping, otherwise the loss on the validation subset; without a
     * validation subset the loss on the training subset.
     */
    public static Monitor of(TrainingSettings settings, boolean hasValidation) {
        if (!hasValidation) {
            return new Monitor(MonitoredMetric.TRAINING_LOSS);
        }
        boolean chosen = settings.getEarlyStopping() != null;
        return new Monitor(chosen ? settings.getEarlyStopping().getMonitor() : MonitoredMetric.VALIDATION_LOSS);
    }

    /** The value of an epoch. */
    public double value(Metrics training, Metrics validation) {
        return switch (metric) {
            case VALIDATION_LOSS -> validation.loss();
            case VALIDATION_ACCURACY -> -validation.accuracy();
            case TRAINING_LOSS -> training.loss();
        };
    }
}
