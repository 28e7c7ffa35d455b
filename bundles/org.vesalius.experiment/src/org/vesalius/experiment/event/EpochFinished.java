// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;

/**
 * One epoch is trained and measured.
 *
 * @param time when
 * @param epoch the epoch
 * @param training metrics gathered while training, over all batches of the epoch
 * @param validation metrics on the validation part after the epoch; {@link Metrics#UNKNOWN} without such a part
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
