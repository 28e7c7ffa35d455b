// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.metric;

import java.util.Optional;
import org.vesalius.dataset.Subset;

/**
 * What says how good an epoch was: a metric on the training or the validation samples. It is written
 * {@code validation-loss} or {@code training-accuracy}, and that of one of several outputs {@code validation-auc:grade}.
 *
 * @param subset training or validation; the test samples decide nothing
 * @param metric what is measured
 * @param output name of the output that is measured; empty for the whole network
 */
public record MonitoredMetric(Subset subset, Metric metric, String output) {
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

    /** A metric of the whole network. */
    public MonitoredMetric(Subset subset, Metric metric) {
        this(subset, metric, "");
    }

    /** What this is the id of; empty if the metric isn't known. */
    public static Optional<MonitoredMetric> of(String id) {
        String text = String.valueOf(id);
        if (text.startsWith(TRAINING_PREFIX)) {
            return of(Subset.TRAIN, text.substring(TRAINING_PREFIX.length()));
        }
        return text.startsWith(VALIDATION_PREFIX) ? of(Subset.VALIDATION, text.substring(VALIDATION_PREFIX.length()))
                : Optional.empty();
    }

    private static Optional<MonitoredMetric> of(Subset subset, String key) {
        return MetricValues.metric(key).map(metric -> new MonitoredMetric(subset, metric, MetricValues.output(key)));
    }

    /** How files hold it. */
    public String id() {
        return (subset == Subset.TRAIN ? TRAINING_PREFIX : VALIDATION_PREFIX) + key();
    }

    /** The key of its value among those of the subset. */
    public String key() {
        return MetricValues.key(metric, output);
    }

    /** What people call it: {@code validation AUC of grade}. */
    public String words() {
        String part = subset == Subset.TRAIN ? "training " : "validation ";
        return part + metric.words() + (output.isEmpty() ? "" : " of " + output);
    }
}
