// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;

/** Counts of operations on numbers; a multiplication with addition is two. */
public final class Flops {
    /** Numbers are moved or chosen, none is computed. */
    public static final OptionalLong NONE = OptionalLong.of(0);

    private Flops() {
    }

    /** So many operations for each number of an array. */
    public static OptionalLong each(Shape shape, long operations) {
        return times(shape.elements(), operations);
    }

    /** So many multiplications with addition for each number of an array. */
    public static OptionalLong multiplyAdds(Shape shape, long perNumber) {
        return each(shape, Saturated.times(2, perNumber));
    }

    /** A count so many times. */
    public static OptionalLong times(OptionalLong count, long times) {
        return count.isEmpty() ? count : OptionalLong.of(Saturated.times(count.getAsLong(), times));
    }

    /** The sum of two counts. */
    public static OptionalLong plus(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(Saturated.plus(one.getAsLong(), other.getAsLong()));
    }
}
