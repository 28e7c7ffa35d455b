// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.Arrays;
import java.util.List;

import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * A parameter of a {@link Computation}.
 *
 * @param name its canonical name, as Keras has it: {@code kernel}, {@code moving_mean}
 * @param sizes sizes of its axes in the canonical layout
 * @param role how training treats it
 * @param initializer draws its first values
 */
public record Parameter(String name, List<Long> sizes, Role role, Initializer initializer) {

    /** Copies the list. */
    public Parameter {
        sizes = List.copyOf(sizes);
    }

    /**
     * A parameter.
     *
     * @param shape sizes of its axes
     */
    public static Parameter of(String name, Role role, Initializer initializer, long... shape) {
        return new Parameter(name, Arrays.stream(shape).boxed().toList(), role, initializer);
    }

    /** DL4J's name of it. */
    public String key() {
        return key(name);
    }

    /** DL4J's name for a canonical one: it takes an underscore for the end of the name of the layer. */
    static String key(String name) {
        return name.replace('_', '-');
    }

    /** Sizes of its axes. */
    public long[] shape() {
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many numbers it holds. */
    public long length() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** How training treats a parameter. */
    public enum Role {
        /** Learned, decayed and regularised. */
        KERNEL,
        /** Learned and decayed: leads from one time step to the next. */
        RECURRENT_KERNEL,
        /** Learned and decayed as biases are. */
        BIAS,
        /** Learned only. */
        FREE,
        /** Not learned: its gradient is what is taken away from it after a training step. */
        STATISTIC
    }
}
