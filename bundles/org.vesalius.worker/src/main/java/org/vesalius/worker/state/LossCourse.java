// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.state;

/**
 * How the loss on the training subset went so far, as far as it takes to tell a training that won't come back.
 *
 * @param start mean loss of the first batch of the run, before any change of the parameters
 * @param last mean loss of the last epoch
 * @param astray whether the last epoch left the network worse than one that knows nothing
 */
public record LossCourse(double start, double last, boolean astray) {
    /** Before the first epoch. */
    public static final LossCourse FRESH = new LossCourse(0, Double.POSITIVE_INFINITY, false);
}
