// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

/**
 * Feeds an input from columns of numbers and categories.
 *
 * @param layer name of the Input layer
 * @param shape sizes of its axes; their product is the number of values of a sample
 * @param values those of all samples, one sample after the other
 */
record RecordSource(String layer, int[] shape, float[] values) implements InputSource {
    @Override
    public void read(int sample, int epoch, float[] target, int offset) {
        int width = Sizes.product(shape);
        System.arraycopy(values, sample * width, target, offset, width);
    }
}

/** Sizes of arrays. */
final class Sizes {
    private Sizes() {
    }

    /** Number of values in an array whose axes have these sizes. */
    static int product(int... sizes) {
        int product = 1;
        for (int size : sizes) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }
}
