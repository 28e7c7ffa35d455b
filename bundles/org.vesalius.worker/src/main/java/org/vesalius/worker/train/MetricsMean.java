// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.experiment.event.Metrics;

/** The mean of the metrics of batches, each by its number of samples. */
final class MetricsMean {
    private double loss;
    private double accuracy;
    private long samples;

    void add(Metrics batch, int size) {
        loss += batch.loss() * size;
        accuracy += batch.accuracy() * size;
        samples += size;
    }

    long samples() {
        return samples;
    }

    Metrics mean() {
        return samples == 0 ? Metrics.UNKNOWN : new Metrics(loss / samples, accuracy / samples);
    }
}
