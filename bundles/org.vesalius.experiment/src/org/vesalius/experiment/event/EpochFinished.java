// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;

/**
 * One epoch is trained and measured.
 *
 * <p>The two losses are not the same measure: the training loss is the mean over steps whose parameters still change,
 * with dropout and sample weights, and an engine may compute it from the sums before the last activation, so that it
 * has no bound. The validation loss is computed after the epoch; a cross-entropy takes probabilities kept 1e-7 away
 * from 0 and 1, so that one sample costs 16.1 at most. A gap between them need not mean that the network learnt by
 * heart.
 *
 * @param time when
 * @param epoch the epoch
 * @param training metrics gathered while training, over all batches of the epoch
 * @param validation metrics on the validation subset after the epoch; {@link Metrics#UNKNOWN} without such a subset
 * @param seconds duration of the epoch with its validation
 * @param samplesPerSecond training samples per second, validation not counted
 * @param best whether the model is the best one so far, by the monitored metric
 */
public record EpochFinished(Instant time, int epoch, Metrics training, Metrics validation, double seconds,
        double samplesPerSecond, boolean best) implements RunEvent {
    /** No component may be null. */
    public EpochFinished {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(validation, "validation");
    }
}
