// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.experiment.metric.MetricValues;

/** The mean of the metrics of batches, each by the number of samples that it is of. */
final class MetricsMean {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long samples;

    /** Adds a batch. A metric that it lacks, such as the accuracy where no truth is known, is the mean of the others. */
    void add(MetricValues batch, int size) {
        add(batch, size, Map.of());
    }

    /**
     * Adds a batch likewise.
     *
     * @param rows what metrics are of that aren't of all samples, by their keys
     */
    void add(MetricValues batch, int size, Map<String, Long> rows) {
        batch.values().forEach((id, value) -> {
            long count = rows.getOrDefault(id, (long) size);
            sums.merge(id, value * count, Double::sum);
            counts.merge(id, count, Long::sum);
        });
        samples += size;
    }

    long samples() {
        return samples;
    }

    MetricValues mean() {
        Map<String, Double> means = new LinkedHashMap<>(sums);
        means.replaceAll((id, sum) -> sum / counts.get(id));
        return new MetricValues(means);
    }
}
