// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.optimizer;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that is set from outside, once an epoch. DL4J can change a rate otherwise only by building its updater
 * anew. One thread.
 */
public final class EpochRate implements ISchedule {

    private static final long serialVersionUID = 1L;

    private double rate;

    /** @param rate the first rate */
    public EpochRate(double rate) {
        this.rate = rate;
    }

    /** Sets the rate for all steps from now on. */
    public void set(double newRate) {
        rate = newRate;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return rate;
    }

    /** Itself, so that one setting reaches all layers. */
    @Override
    public ISchedule clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        // All layers share one block of optimiser state only if DL4J finds their settings equal.
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
