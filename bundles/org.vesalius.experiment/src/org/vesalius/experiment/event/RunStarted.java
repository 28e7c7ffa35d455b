// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

import java.time.Instant;
import java.util.Objects;

/**
 * Training begins, or goes on from a checkpoint.
 *
 * @param time when
 * @param firstEpoch the epoch that is trained next: 1 for a new run, more for a resumed one
 * @param epochs the last epoch of the plan
 * @param batchesPerEpoch number of iterations of one epoch
 * @param trainingSamples number of samples trained on
 * @param validationSamples number of samples measured after each epoch
 * @param leftOut number of samples left out since their files can't be read
 */
public record RunStarted(Instant time, int firstEpoch, int epochs, long batchesPerEpoch, int trainingSamples,
        int validationSamples, int leftOut) implements RunEvent {
    /** The time may not be null. */
    public RunStarted {
        Objects.requireNonNull(time, "time");
    }
}
