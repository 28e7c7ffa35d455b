// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

/** The learning rate of each epoch. */
@FunctionalInterface
public interface LearningRate {
    /**
     * The rate for a whole epoch.
     *
     * @param epoch number of the epoch, from 1
     */
    double at(int epoch);
}
