// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

/**
 * A window along one axis.
 *
 * @param kernel its extent
 * @param stride its step
 * @param size size of the axis
 */
record AxisWindow(int kernel, int stride, int size) {

    /** Whether it fits in, and with same padding leaves no place unseen: translators cut such places off. */
    boolean fits(boolean same) {
        return same ? (places(true) - 1) * stride + kernel >= size : kernel <= size;
    }

    /** How many places it looks at. */
    long places(boolean same) {
        return same ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
    }

    /** Size of the result of a transposed convolution. */
    long grown(boolean same) {
        return same ? (long) size * stride : (size - 1L) * stride + kernel;
    }
}
