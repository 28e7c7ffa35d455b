// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.window;

import java.util.List;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;

/** The windows of layers. */
public final class WindowOf {
    private WindowOf() {
    }

    /** Its window. */
    public static Sliding layer(Convolution1D layer) {
        return new Sliding(List.of(layer.getKernelSize()), List.of(layer.getStride()), List.of(layer.getDilation()),
                layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(Convolution2D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()),
                Sliding.list(layer.getDilation()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(Convolution3D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()),
                Sliding.list(layer.getDilation()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(DepthwiseConvolution2D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()),
                Sliding.list(layer.getDilation()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(SeparableConvolution2D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()),
                Sliding.list(layer.getDilation()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(TransposedConvolution1D layer) {
        return new Sliding(List.of(layer.getKernelSize()), List.of(layer.getStride()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(TransposedConvolution2D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(TransposedConvolution3D layer) {
        return new Sliding(Sliding.list(layer.getKernelSize()), Sliding.list(layer.getStride()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(Pooling1D layer) {
        int stride = layer.getStride() == 0 ? layer.getPoolSize() : layer.getStride();
        return new Sliding(List.of(layer.getPoolSize()), List.of(stride), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(Pooling2D layer) {
        return new Sliding(Sliding.list(layer.getPoolSize()),
                Sliding.list(layer.getStride() == null ? layer.getPoolSize() : layer.getStride()), layer.getPadding());
    }

    /** Its window. */
    public static Sliding layer(Pooling3D layer) {
        return new Sliding(Sliding.list(layer.getPoolSize()),
                Sliding.list(layer.getStride() == null ? layer.getPoolSize() : layer.getStride()), layer.getPadding());
    }
}
