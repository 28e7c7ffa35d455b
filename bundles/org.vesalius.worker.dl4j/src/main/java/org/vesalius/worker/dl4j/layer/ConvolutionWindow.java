// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.shape.Shape;
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

    /**
     * DL4J's padding mode. Where no zeros are needed at all, SAME is the same as VALID; DL4J would refuse it when the
     * stride is larger than the window.
     *
     * @param owner the layer, for the error
     * @param images height×width×channels of the input
     * @throws ReportedException if zeros are needed along one axis and pixels are left over along the other
     */
    ConvolutionMode mode(Layer owner, Padding padding, Shape images) {
        if (padding == Padding.VALID) {
            return ConvolutionMode.Truncate;
        }
        int down = zeros(images.size(0), size.height(), stride.height(), dilation.height());
        int across = zeros(images.size(1), size.width(), stride.width(), dilation.width());
        if (down <= 0 && across <= 0) {
            return ConvolutionMode.Truncate;
        }
        if (down < 0 || across < 0) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The DL4J engine can't pad layer '" + owner.getName()
                    + "': along one axis its stride is larger than its window, along the other it is not.",
                    "Make the window at least as large as the stride, or set padding to valid.");
        }
        return ConvolutionMode.Same;
    }

    /** Zeros that SAME adds along an axis; below 0, so many pixels at the end are never looked at. */
    private static int zeros(int size, int window, int stride, int dilation) {
        int outputs = (size + stride - 1) / stride;
        return (outputs - 1) * stride + (window - 1) * dilation + 1 - size;
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
