// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.core.English;

/**
 * The places of an image or a volume, row-major.
 *
 * @param sizes how many there are along each axis; the last varies fastest
 * @param spacing the distance of neighbours along each axis in millimetres; empty where it isn't known, and distances are
 *        in pixels then
 */
public record PlaceGrid(List<Integer> sizes, List<Double> spacing) {
    /** In which unit distances are where the spacing is known. */
    public static final String MILLIMETRES = "mm";
    /** In which unit distances are where it isn't: that of one place to the next. */
    public static final String PIXELS = "pixels";

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the spacing has another number of axes, or is not above 0
     */
    public PlaceGrid {
        sizes = List.copyOf(sizes);
        spacing = List.copyOf(spacing);
        if (!spacing.isEmpty() && spacing.size() != sizes.size()) {
            throw new IllegalArgumentException("a spacing along " + English.quantity(spacing.size(), "axis") + " of "
                    + sizes.size());
        }
        if (spacing.stream().anyMatch(step -> !(step > 0 && step < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("places are not " + spacing + " mm apart");
        }
    }

    /** The unit of distances. */
    public String unit() {
        return spacing.isEmpty() ? PIXELS : MILLIMETRES;
    }

    /** How many places there are. */
    public int places() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    /** The same for counting. */
    Lattice lattice() {
        int axes = sizes.size();
        int[] strides = new int[axes];
        for (int axis = axes - 1, stride = 1; axis >= 0; stride *= sizes.get(axis--)) {
            strides[axis] = stride;
        }
        return new Lattice(sizes.stream().mapToInt(Integer::intValue).toArray(), strides,
                IntStream.range(0, axes).mapToDouble(axis -> spacing.isEmpty() ? 1 : spacing.get(axis)).toArray());
    }
}

/**
 * A grid of places, by axes.
 *
 * @param sizes places along each
 * @param strides from one place to its neighbour in memory
 * @param steps from one place to its neighbour in space
 */
record Lattice(int[] sizes, int[] strides, double[] steps) {
    int axes() {
        return sizes.length;
    }

    /** The number of a place along an axis. */
    int along(int axis, int place) {
        return place / strides[axis] % sizes[axis];
    }
}
