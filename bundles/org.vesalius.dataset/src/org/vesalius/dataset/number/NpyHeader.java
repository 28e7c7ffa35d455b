// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

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
}
