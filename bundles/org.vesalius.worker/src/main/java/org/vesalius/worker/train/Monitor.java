// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.experiment.metric.MonitoredMetric;

/**
 * The value that says how good an epoch was; the smaller the better, so accuracies are counted negative.
 *
 * @param monitored what is looked at
 */
public record Monitor(MonitoredMetric monitored) {
    /**
     * What these settings monitor: the metric of early stopping, otherwise the loss on the validation subset; without a
     * validation subset the loss on the training subset.
     *
     * @throws ReportedException if the settings name a metric that isn't known here
     */
    public static Monitor of(TrainingSettings settings, boolean hasValidation) {
        if (!hasValidation) {
            return new Monitor(MonitoredMetric.TRAINING_LOSS);
        }
        if (settings.getEarlyStopping() == null) {
            return new Monitor(MonitoredMetric.VALIDATION_LOSS);
        }
        String id = settings.getEarlyStopping().getMonitor();
        return new Monitor(MonitoredMetric.of(id).orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                "Early stopping monitors '" + id + "', which isn't measured here.", null,
                "Choose another metric in the experiment, or install the plug-in that measures it.")));
    }

    /** The value of an epoch. */
    public double value(MetricValues training, MetricValues validation) {
        MetricValues values = monitored.subset() == Subset.TRAIN ? training : validation;
        return monitored.metric().cost(values.of(monitored.key()));
    }
}
