// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.experiment.metric.MetricValues;

/** The mean of the metrics of batches, each by the number of samples or rows that it is of; 0 of none. */
final class MetricsMean {
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private long samples;

    /**
     * Adds a batch. A metric that it lacks, such as the accuracy where no truth is known, is the mean of the others.
     *
     * @param rows what metrics are of that aren't of all samples, by their keys
     */
    void add(MetricValues batch, int size, Map<String, Long> rows) {
        batch.values().forEach((id, value) -> {
            long count = rows.getOrDefault(id, (long) size);
            sums.merge(id, new Sum(value * count, count), Sum::plus);
        });
        samples += size;
    }

    /** Values of one metric, each as often as there were samples. */
    private record Sum(double value, long samples) {
        Sum plus(Sum other) {
            return new Sum(value + other.value, samples + other.samples);
        }
    }

    long samples() {
        return samples;
    }

    MetricValues mean() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((id, sum) -> means.put(id, sum.samples() == 0 ? 0 : sum.value() / sum.samples()));
        return new MetricValues(means);
    }
}
