// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.experiment.EarlyStopping;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.worker.state.TrainingState;
import org.vesalius.worker.data.EpochOrder;

/**
 * How the loop is to train.
 *
 * @param epochs number of the last epoch
 * @param batchSize largest number of samples of a batch
 * @param rate the learning rate of each epoch
 * @param order the order of the samples in each epoch
 * @param monitor what says how good an epoch was
 * @param earlyStopping when to stop early, or null
 */
public record TrainingPlan(int epochs, int batchSize, LearningRate rate, EpochOrder order, Monitor monitor,
        EarlyStopping earlyStopping) {
    /** The plan that these settings make. */
    public static TrainingPlan of(TrainingSettings settings, boolean hasValidation) {
        return new TrainingPlan(settings.getEpochs(), settings.getBatchSize(), LearningRates.of(settings),
                new EpochOrder(settings.getSeed()), Monitor.of(settings, hasValidation), settings.getEarlyStopping());
    }

    /** By how much a value has to be better to count for early stopping. */
    double minimumDelta() {
        return earlyStopping == null ? 0 : earlyStopping.getMinimumDelta();
    }

    /** Whether early stopping ends the run here. */
    boolean stopsEarly(TrainingState state) {
        return state.patience().exhausted(earlyStopping);
    }
}
