// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.shape.Size2D;

/**
 * The window of a convolution or pooling.
 *
 * @param size height and width in pixels
 * @param stride step down and across
 * @param dilation distance between neighbouring weights, 1 without dilation
 */
record ConvolutionWindow(Size2D size, Size2D stride, Size2D dilation) {

    private static final Size2D ONE = Size2D.square(1);

    /** The window of a 2D convolution. */
    static ConvolutionWindow of(Convolution2D layer) {
        return new ConvolutionWindow(layer.getKernelSize(), layer.getStride(), layer.getDilation());
    }

    /** The window of a 1D convolution over an image of height 1. */
    static ConvolutionWindow of(Convolution1D layer) {
        return new ConvolutionWindow(across(layer.getKernelSize()), across(layer.getStride()),
                across(layer.getDilation()));
    }

    /** The window of a 2D pooling; without a stride it moves by its own size. */
    static ConvolutionWindow of(Pooling2D layer) {
        Size2D size = layer.getPoolSize();
        Size2D stride = layer.getStride();
        boolean own = stride == null || stride.height() == 0 || stride.width() == 0;
        return new ConvolutionWindow(size, own ? size : stride, ONE);
    }

    /** The window of a 1D pooling over an image of height 1. */
    static ConvolutionWindow of(Pooling1D layer) {
        int stride = layer.getStride() == 0 ? layer.getPoolSize() : layer.getStride();
        return new ConvolutionWindow(across(layer.getPoolSize()), across(stride), ONE);
    }

    /** The window that covers an image of this size once. */
    static ConvolutionWindow covering(int height, int width) {
        Size2D size = new Size2D(height, width);
        return new ConvolutionWindow(size, size, ONE);
    }

    private static Size2D across(int width) {
        return new Size2D(1, width);
    }

    int[] sizes() {
        return array(size);
    }

    int[] strides() {
        return array(stride);
    }

    int[] dilations() {
        return array(dilation);
    }

    private static int[] array(Size2D value) {
        return new int[] {value.height(), value.width()};
    }
}
