// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import org.vesalius.dataset.array.ElementType;

/**
 * What the header of an array of NumPy says.
 *
 * @param shape sizes of the axes
 * @param type of the numbers
 * @param columnsFirst whether the first axis varies fastest
 */
record NpyHeader(int[] shape, NpyType type, boolean columnsFirst) {

    private static final long MOST = 1L << 48;

    /** How many numbers there are; of more than any file holds, the most. */
    long count() {
        long count = 1;
        for (int size : shape) {
            count = size > 0 && count > MOST / size ? MOST : count * size;
        }
        return count;
    }

    /** The narrowest type of arrays that holds the numbers; those of 64 bits are brought to single precision. */
    ElementType element() {
        return switch (type.kind()) {
            case 'b' -> ElementType.U8;
            case 'u' -> type.bytes() == 1 ? ElementType.U8
                    : type.bytes() == 2 ? ElementType.U16 : ElementType.F32;
            case 'i' -> type.bytes() <= 2 ? ElementType.I16
                    : type.bytes() == 4 ? ElementType.I32 : ElementType.F32;
            default -> ElementType.F32;
        };
    }
}
