// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.state;

import java.util.Objects;

/**
 * All that a run has to remember between two epochs, besides the network itself.
 *
 * @param epoch the last epoch that was trained to its end; 0 for a fresh network
 * @param iteration number of batches trained on so far
 * @param learningRate the rate of the last epoch
 * @param best the best model so far
 * @param patience what early stopping remembers
 * @param parametersSha256 hash of the parameters; empty for a fresh network
 * @param course how the loss went; states of older builds have none
 */
public record TrainingState(int epoch, long iteration, double learningRate, BestEpoch best, Patience patience,
        String parametersSha256, LossCourse course) {
    /** Before the first epoch. */
    public static final TrainingState FRESH = new TrainingState(0, 0, 0, BestEpoch.NONE, Patience.FRESH, "",
            LossCourse.FRESH);

    /** No component may be null, but for the course. */
    public TrainingState {
        Objects.requireNonNull(best, "best");
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(parametersSha256, "parametersSha256");
        course = course == null ? LossCourse.FRESH : course;
    }

    /** As if no epoch so far had been the best one. */
    public TrainingState withoutBest() {
        return new TrainingState(epoch, iteration, learningRate, BestEpoch.NONE, patience, parametersSha256, course);
    }
}
