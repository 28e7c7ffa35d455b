// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import org.vesalius.worker.state.TrainingState;

/** Where the loop leaves its network between epochs. */
public interface TrainingStore {
    /**
     * Keeps the network after an epoch, so that the run can go on from here.
     *
     * @param state the state after the epoch, with the hash of the parameters
     * @param best whether it is the best model so far
     */
    void epochDone(TrainingState state, boolean best);

    /**
     * Keeps the weights of a run that ends within an epoch.
     *
     * @param state the state: epochs are the complete ones, iterations count on
     */
    void stopped(TrainingState state);
}
