// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.state;

/**
 * The best model so far.
 *
 * @param epoch the epoch it was reached in; 0 before the first
 * @param value what the monitor said; smaller is better
 * @param parametersSha256 hash of its parameters; empty before the first
 */
public record BestEpoch(int epoch, double value, String parametersSha256) {
    /** Before the first epoch. */
    public static final BestEpoch NONE = new BestEpoch(0, Double.POSITIVE_INFINITY, "");
}
