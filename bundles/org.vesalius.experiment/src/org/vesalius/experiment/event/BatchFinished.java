// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;

/**
 * One iteration is done: one change of the parameters.
 *
 * @param time when
 * @param epoch the epoch it belongs to
 * @param iteration number of the iteration, counted over all epochs
 * @param loss mean loss of the batch before the change, class weights included; may be NaN or infinite
 * @param accuracy fraction of the batch classified correctly, or NaN where that has no meaning
 * @param learningRate the rate of this iteration
 * @param size number of samples in the batch
 */
public record BatchFinished(Instant time, int epoch, long iteration, double loss, double accuracy,
        double learningRate, int size) implements RunEvent {
    /** The time may not be null. */
    public BatchFinished {
        Objects.requireNonNull(time, "time");
    }
}
