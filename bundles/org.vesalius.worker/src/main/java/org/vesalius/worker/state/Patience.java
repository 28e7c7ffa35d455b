// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.state;

import org.vesalius.experiment.EarlyStopping;

/**
 * How long early stopping has been waiting for something better (Prechelt, Early Stopping - But When?, in Neural
 * Networks: Tricks of the Trade, 1998). Immutable; part of each checkpoint.
 *
 * @param reference the value to beat; infinite before the first epoch
 * @param waited number of epochs since it was set
 */
public record Patience(double reference, int waited) {
    /** Before the first epoch. */
    public static final Patience FRESH = new Patience(Double.POSITIVE_INFINITY, 0);

    /**
     * After an epoch. A value that is no number is not better.
     *
     * @param value what the monitor says; smaller is better
     * @param minimumDelta by how much a better value has to be better, at least
     */
    public Patience after(double value, double minimumDelta) {
        return value < reference - minimumDelta ? new Patience(value, 0) : new Patience(reference, waited + 1);
    }

    /** Whether it is time to stop; never without early stopping, which may be null. */
    public boolean exhausted(EarlyStopping rule) {
        return rule != null && waited >= rule.getPatience();
    }
}
