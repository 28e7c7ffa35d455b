// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.weights.WeightSpec;

/**
 * How many numbers a layer or network keeps. Counts stop at {@link Long#MAX_VALUE}.
 *
 * @param trainable weights that training changes
 * @param fixed numbers that it does not change by gradients, such as running averages
 */
public record ParameterCount(long trainable, long fixed) {
    /** Nothing to learn. */
    public static final ParameterCount NONE = new ParameterCount(0, 0);

    /** The numbers in some arrays. */
    public static ParameterCount of(List<WeightSpec> weights) {
        return weights.stream().map(ParameterCount::of).reduce(NONE, ParameterCount::plus);
    }

    private static ParameterCount of(WeightSpec weights) {
        return weights.trainable() ? trainable(weights.count()) : new ParameterCount(0, weights.count());
    }

    /** All of them trainable. */
    public static ParameterCount trainable(long count) {
        return new ParameterCount(count, 0);
    }

    /** Trainable and fixed together. */
    public long total() {
        return Saturated.plus(trainable, fixed);
    }

    /** The sum of two counts. */
    public ParameterCount plus(ParameterCount other) {
        return new ParameterCount(Saturated.plus(trainable, other.trainable), Saturated.plus(fixed, other.fixed));
    }

    /** As many copies of it. */
    public ParameterCount times(long copies) {
        return new ParameterCount(Saturated.times(trainable, copies), Saturated.times(fixed, copies));
    }
}
