// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.prepare;

import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Something done to each array by itself; has no state. */
interface Step {
    /**
     * Does it. The values given are left as they are.
     *
     * @throws UnreadableImageException if it can't be done to this array
     */
    TypedArray apply(TypedArray array) throws UnreadableImageException;

    /** Whether the values stay among those there were, so that their type stays. */
    default boolean keepsType() {
        return false;
    }

    /**
     * Refuses to be followed by others.
     *
     * @throws org.vesalius.core.ReportedException if it can only be the last
     */
    default void refuseAsEarlier() {
        // most may stand anywhere
    }

    /** What it does, for people: fit to follow "values" or "arrays" in a list. */
    String words();

    /** An array of single precision with other values. */
    static TypedArray floats(TypedArray before, float[] values) {
        ArrayDescription description = before.description();
        return TypedArray.of(description.type() == ElementType.F32 ? description : description.as(ElementType.F32),
                values);
    }
}
