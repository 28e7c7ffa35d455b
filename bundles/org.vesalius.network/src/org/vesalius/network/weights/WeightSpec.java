// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import java.util.Arrays;
import java.util.List;
import org.vesalius.network.shape.Saturated;

/**
 * One array of numbers that a layer learns or keeps. Names and layouts are those of Keras 2 with the channels last, so
 * that weights can be exchanged by name: the kernel of a Dense is {@code kernel[inputs, units]}.
 *
 * @param name what Keras calls it, such as {@code kernel}; a layer inside a wrapper puts its direction before it, as in
 *     {@code forward/kernel}
 * @param shape the sizes of its axes, outermost first; empty for a single number
 * @param trainable whether training changes it by gradients; running averages are not
 */
public record WeightSpec(String name, List<Integer> shape, boolean trainable) {

    /** @throws IllegalArgumentException if the name is empty or a size is below 1 */
    public WeightSpec {
        shape = List.copyOf(shape);
        if (name.isBlank() || shape.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("weights need a name and sizes of at least 1: '" + name + "' " + shape);
        }
    }

    /** Weights that training changes. */
    public static WeightSpec trained(String name, Integer... shape) {
        return new WeightSpec(name, Arrays.asList(shape), true);
    }

    /** Numbers that the layer keeps and gradients don't change. */
    public static WeightSpec kept(String name, Integer... shape) {
        return new WeightSpec(name, Arrays.asList(shape), false);
    }

    /** How many numbers it holds, at most {@link Long#MAX_VALUE}. */
    public long count() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Saturated::times);
    }

    /** The same weights as part of something else: {@code forward/kernel} for {@code kernel} in {@code forward}. */
    public WeightSpec in(String part) {
        return new WeightSpec(part + "/" + name, shape, trainable);
    }
}
