// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which layers may run on oneDNN, as data. A row stands here only if a test compares its outputs and gradients with those
 * in double precision, over windows and strides up to the row's limits, both paddings: {@code FastLayerGradientTest} by
 * definition for 2D convolutions with every activation, and for poolings; {@code NativeWindowTest} for what layers call
 * directly. All else takes ND4J's own code.
 *
 * <p>Known to fail in ND4J 1.0.0-M2.1 and therefore not here: dilation (oneDNN makes no descriptor for it), and 3D
 * convolutions with same padding and a stride above 1 (parts of the gradient stay unset; their translator lays the zeros
 * around itself).
 */
public final class OneDnnSupport {

    private static final int PATCH = 16;

    private static final Map<Kind, Limits> PROVEN = new EnumMap<>(Map.of(
            Kind.CONVOLUTION, new Limits(PATCH, PATCH, 1),
            Kind.CONVOLUTION_3D, new Limits(PATCH, PATCH, 1), Kind.DEPTHWISE, new Limits(PATCH, PATCH, 1),
            Kind.TRANSPOSED, new Limits(PATCH, PATCH, 1), Kind.TRANSPOSED_3D, new Limits(PATCH, PATCH, 1),
            Kind.POOLING_3D, new Limits(PATCH, PATCH, 1), Kind.MAX_POOLING, new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1),
            Kind.AVERAGE_POOLING, new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)));

    private OneDnnSupport() {
    }

    /**
     * Whether a layer may run on oneDNN.
     *
     * @param kind what it computes
     * @param kernel extent of its window along each axis
     * @param stride step along each axis
     * @param dilation distance between neighbouring weights along each axis, 1 without dilation
     */
    public static boolean proven(Kind kind, int[] kernel, int[] stride, int[] dilation) {
        Limits limits = PROVEN.get(kind);
        return within(kernel, limits.kernel()) && within(stride, limits.stride())
                && within(dilation, limits.dilation());
    }

    private static boolean within(int[] sizes, int limit) {
        return Arrays.stream(sizes).allMatch(size -> size <= limit);
    }

    /** What a layer computes over arrays with the channels last. */
    public enum Kind {
        /** 2D convolution, with or without bias; activation identity, ReLU, sigmoid or tanh. */
        CONVOLUTION,
        /** 3D convolution, with or without bias. */
        CONVOLUTION_3D,
        /** 2D convolution of each channel by itself, with or without bias. */
        DEPTHWISE,
        /** Transposed 2D convolution, with or without bias, its window at least as large as its step. */
        TRANSPOSED,
        /** Transposed 3D convolution, likewise. */
        TRANSPOSED_3D,
        /** Maximum of a window, or mean of its part inside the volume. */
        POOLING_3D,
        /** Maximum of a window. */
        MAX_POOLING,
        /** Mean of the part of a window inside the image. */
        AVERAGE_POOLING
    }

    /**
     * Up to where a kind is proven, along every axis.
     *
     * @param kernel largest window
     * @param stride largest step
     * @param dilation largest distance between neighbouring weights
     */
    private record Limits(int kernel, int stride, int dilation) {
    }
}
