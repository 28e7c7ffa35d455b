// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.event;

/**
 * How well the network does on a set of samples.
 *
 * @param loss mean loss of a sample; NaN or infinite when training diverged
 * @param accuracy fraction classified correctly, 0 to 1; NaN where the outputs are no categories or there are no samples
 */
public record Metrics(double loss, double accuracy) {
    /** The metrics of no samples: both NaN. */
    public static final Metrics UNKNOWN = new Metrics(Double.NaN, Double.NaN);
}
