// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.Optional;
import org.vesalius.dataset.Subset;

/**
 * What says how good an epoch was: a metric on the training or the validation samples. It is written
 * {@code validation-loss} or {@code training-accuracy}.
 *
 * @param subset training or validation; the test samples decide nothing
 * @param metric what is measured
 */
public record MonitoredMetric(Subset subset, Metric metric) {
    /** The loss on the training samples. */
    public static final MonitoredMetric TRAINING_LOSS = new MonitoredMetric(Subset.TRAIN, Metric.LOSS);
    /** The loss on the validation samples. */
    public static final MonitoredMetric VALIDATION_LOSS = new MonitoredMetric(Subset.VALIDATION, Metric.LOSS);
    /** The accuracy on the validation samples. */
    public static final MonitoredMetric VALIDATION_ACCURACY = new MonitoredMetric(Subset.VALIDATION, Metric.ACCURACY);

    private static final String TRAINING_PREFIX = "training-";
    private static final String VALIDATION_PREFIX = "validation-";

    /** Refuses the test samples. */
    public MonitoredMetric {
        if (subset == Subset.TEST) {
            throw new IllegalArgumentException("the test samples are looked at when all choices are made");
        }
    }

    /** What this is the id of; empty if the metric isn't known. */
    public static Optional<MonitoredMetric> of(String id) {
        String text = String.valueOf(id);
        if (text.startsWith(TRAINING_PREFIX)) {
            return Metric.of(text.substring(TRAINING_PREFIX.length())).map(m -> new MonitoredMetric(Subset.TRAIN, m));
        }
        return text.startsWith(VALIDATION_PREFIX) ? Metric.of(text.substring(VALIDATION_PREFIX.length()))
                .map(m -> new MonitoredMetric(Subset.VALIDATION, m)) : Optional.empty();
    }

    /** How files hold it. */
    public String id() {
        return (subset == Subset.TRAIN ? TRAINING_PREFIX : VALIDATION_PREFIX) + metric.id();
    }
}
