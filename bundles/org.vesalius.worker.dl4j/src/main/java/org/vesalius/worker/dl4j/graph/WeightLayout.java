// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.Arrays;

import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * How the numbers of a parameter as DL4J keeps it relate to those of the weight that the rest of Vesalius, Keras and
 * files of weights know: the axes may come in another order, and axes of size 1 may come and go. Immutable.
 */
public final class WeightLayout {

    private static final WeightLayout SAME = new WeightLayout(new int[0]);

    private final int[] axes;

    private WeightLayout(int[] axes) {
        this.axes = axes;
    }

    /** The same numbers in the same row-major order. */
    public static WeightLayout same() {
        return SAME;
    }

    /**
     * Axes in another order.
     *
     * @param axes for each axis of DL4J's array, the number of the axis of the weight that it is
     * @throws IllegalArgumentException if an axis is missing
     */
    public static WeightLayout axes(int... axes) {
        return new WeightLayout(permutation(axes));
    }

    /**
     * The weight's numbers from those of DL4J.
     *
     * @param engine DL4J's numbers, row-major
     * @param shape sizes of DL4J's axes
     * @return the weight's numbers, row-major
     */
    public float[] toWeight(float[] engine, long[] shape) {
        if (axes.length == 0) {
            return engine.clone();
        }
        int[] places = places(shape);
        float[] weight = new float[engine.length];
        for (int i = 0; i < places.length; i++) {
            weight[places[i]] = engine[i];
        }
        return weight;
    }

    /**
     * DL4J's numbers from those of the weight.
     *
     * @param weight the weight's numbers, row-major
     * @param shape sizes of DL4J's axes
     * @return DL4J's numbers, row-major
     */
    public float[] toEngine(float[] weight, long[] shape) {
        if (axes.length == 0) {
            return weight.clone();
        }
        int[] places = places(shape);
        float[] engine = new float[weight.length];
        for (int i = 0; i < places.length; i++) {
            engine[i] = weight[places[i]];
        }
        return engine;
    }

    /** The number of DL4J's axis that is this axis of the weight. */
    public int engineAxis(int weightAxis) {
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] == weightAxis) {
                return i;
            }
        }
        return weightAxis;
    }

    /** Sizes of the weight's axes for those of DL4J, axes of size 1 included. */
    public long[] weightShape(long[] shape) {
        long[] sizes = shape.clone();
        for (int i = 0; i < axes.length; i++) {
            sizes[axes[i]] = shape[i];
        }
        return sizes;
    }

    /** For each of DL4J's numbers, its place among those of the weight. */
    private int[] places(long[] shape) {
        long[] strides = strides(shape);
        int[] places = new int[Initializer.count(shape)];
        long[] index = new long[shape.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.toIntExact(place(index, strides));
            advance(index, shape);
        }
        return places;
    }

    private static long place(long[] index, long[] strides) {
        long place = 0;
        for (int i = 0; i < index.length; i++) {
            place += index[i] * strides[i];
        }
        return place;
    }

    /** How far apart in the weight two numbers are that are neighbours along an axis of DL4J. */
    private long[] strides(long[] shape) {
        long[] sizes = weightShape(shape);
        long[] ofWeight = new long[sizes.length];
        long stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            ofWeight[i] = stride;
            stride *= sizes[i];
        }
        if (axes.length == 0) {
            return ofWeight;
        }
        return Arrays.stream(axes).mapToLong(axis -> ofWeight[axis]).toArray();
    }

    private static void advance(long[] index, long[] shape) {
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis]++;
            if (index[axis] < shape[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }

    private static int[] permutation(int[] order) {
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != i) {
                throw new IllegalArgumentException("not an order of all: " + Arrays.toString(order));
            }
        }
        return order.clone();
    }
}
