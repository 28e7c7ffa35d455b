// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.experiment.metric.MetricValues;

/** The mean of the metrics of batches, each by its number of samples. */
final class MetricsMean {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private long samples;

    /** Adds a batch. A metric that one of the batches lacks has no mean over all. */
    void add(MetricValues batch, int size) {
        if (samples == 0) {
            batch.values().forEach((id, value) -> sums.put(id, 0.0));
        }
        sums.keySet().retainAll(batch.values().keySet());
        sums.replaceAll((id, sum) -> sum + batch.values().get(id) * size);
        samples += size;
    }

    long samples() {
        return samples;
    }

    MetricValues mean() {
        Map<String, Double> means = new LinkedHashMap<>(sums);
        means.replaceAll((id, sum) -> sum / samples);
        return new MetricValues(means);
    }
}
