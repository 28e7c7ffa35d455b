// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The sliding window of a convolution or pooling over NHWC images.
 *
 * @param kernel height and width in samples
 * @param stride step down and across
 * @param dilation distance between neighbouring samples of the kernel
 * @param same true: the image is padded with zeros so that the output has
 *        {@code ceil(input / stride)} rows and columns, more of it below and on the right when the
 *        padding is odd (TensorFlow's rule); false: no padding
 */
record Window(int[] kernel, int[] stride, int[] dilation, boolean same) {

    /**
     * @param input {@code [images, height, width, channels]}
     * @param channels channels of the output
     * @return {@code [images, height, width, channels]} of the output
     */
    long[] outputShape(long[] input, long channels) {
        return new long[] {input[0], outputSize(0, input[1]), outputSize(1, input[2]), channels};
    }

    /** The integer arguments of {@code conv2d} and {@code conv2d_bp}. */
    long[] convolutionArguments(INDArray images, int dataFormat, int kernelFormat) {
        return new long[] {kernel[0], kernel[1], stride[0], stride[1], padding(0, images.size(1)),
            padding(1, images.size(2)), dilation[0], dilation[1], same ? 1 : 0, dataFormat,
            kernelFormat};
    }

    private long outputSize(int axis, long size) {
        if (same) {
            return (size + stride[axis] - 1) / stride[axis];
        }
        return (size - extent(axis)) / stride[axis] + 1;
    }

    private long padding(int axis, long size) {
        if (!same) {
            return 0;
        }
        long total = (outputSize(axis, size) - 1) * stride[axis] + extent(axis) - size;
        return Math.max(total, 0) / 2;
    }

    private long extent(int axis) {
        return (long) (kernel[axis] - 1) * dilation[axis] + 1;
    }
}
