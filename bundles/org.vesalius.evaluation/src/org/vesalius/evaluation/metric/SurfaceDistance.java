// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far the surface of a structure that is marked lies from that of the one that is there. Places with a neighbour
 * along an axis that is not of the structure, or at the rim of the image, are its surface.
 *
 * @param hausdorff95 the larger of the 95th percentiles of the distances from each surface to the other (Huttenlocher et
 *        al., IEEE PAMI 15, 1993; percentile by linear interpolation)
 * @param mean of all distances from each surface to the other (average symmetric surface distance; Heimann et al., IEEE
 *        Transactions on Medical Imaging 28, 2009)
 */
public record SurfaceDistance(double hausdorff95, double mean) {
    private static final double PERCENTILE = 0.95;
    private static final SurfaceDistance MISSED =
            new SurfaceDistance(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Measures it, in the unit of the grid.
     *
     * @param one which places are of one structure, as many as the grid has
     * @param other which are of the other
     * @return infinite if one of them has no place; NaN if neither has
     */
    public static SurfaceDistance of(boolean[] one, boolean[] other, PlaceGrid grid) {
        if (one.length != grid.places() || other.length != grid.places()) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " places of " + grid.places());
        }
        Lattice lattice = grid.lattice();
        int[] first = surface(one, lattice);
        int[] second = surface(other, lattice);
        if (first.length == 0 || second.length == 0) {
            return first.length == second.length ? new SurfaceDistance(Double.NaN, Double.NaN) : MISSED;
        }
        Box box = Box.around(lattice, first, second);
        double[] there = box.distances(first, second);
        double[] back = box.distances(second, first);
        double mean = DoubleStream.concat(Arrays.stream(there), Arrays.stream(back)).sum() / (there.length + back.length);
        return new SurfaceDistance(Math.max(percentile(there), percentile(back)), mean);
    }

    /** Whether only one of the two has a place. */
    public boolean missed() {
        return Double.isInfinite(mean);
    }

    private static int[] surface(boolean[] of, Lattice lattice) {
        return IntStream.range(0, of.length).filter(place -> of[place] && onSurface(of, lattice, place)).toArray();
    }

    private static boolean onSurface(boolean[] of, Lattice lattice, int place) {
        for (int axis = 0; axis < lattice.axes(); axis++) {
            int along = lattice.along(axis, place);
            int stride = lattice.strides()[axis];
            if (along == 0 || along == lattice.sizes()[axis] - 1 || !of[place - stride] || !of[place + stride]) {
                return true;
            }
        }
        return false;
    }

    private static double percentile(double[] distances) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double at = PERCENTILE * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

/** The part of a grid that holds all places of interest. */
record Box(Lattice lattice, int[] from, int[] sizes) {
    static Box around(Lattice lattice, int[]... places) {
        int axes = lattice.axes();
        int[] from = new int[axes];
        int[] to = new int[axes];
        Arrays.fill(from, Integer.MAX_VALUE);
        for (int[] some : places) {
            for (int place : some) {
                for (int axis = 0; axis < axes; axis++) {
                    int along = lattice.along(axis, place);
                    from[axis] = Math.min(from[axis], along);
                    to[axis] = Math.max(to[axis], along + 1);
                }
            }
        }
        return new Box(lattice, from, IntStream.range(0, axes).map(axis -> to[axis] - from[axis]).toArray());
    }

    /** From each of some places the distance to the nearest of others. */
    double[] distances(int[] places, int[] others) {
        double[] squares = new double[Arrays.stream(sizes).reduce(1, Math::multiplyExact)];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        for (int other : others) {
            squares[within(other)] = 0;
        }
        int stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            new Parabolas(sizes[axis], stride, lattice.steps()[axis]).along(squares);
            stride *= sizes[axis];
        }
        return Arrays.stream(places).mapToDouble(place -> Math.sqrt(squares[within(place)])).toArray();
    }

    private int within(int place) {
        int index = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            index = index * sizes[axis] + lattice.along(axis, place) - from[axis];
        }
        return index;
    }
}

/**
 * Squared distances along the lines of one axis: the lower envelope of the parabolas that stand on the values of a line
 * (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012).
 */
final class Parabolas {
    private final int size;
    private final int stride;
    private final double step;
    private final double[] line;
    private final int[] roots;
    private final double[] borders;

    /**
     * @param size places of a line
     * @param stride from one place to the next in memory
     * @param step their distance
     */
    Parabolas(int size, int stride, double step) {
        this.size = size;
        this.stride = stride;
        this.step = step;
        line = new double[size];
        roots = new int[size];
        borders = new double[size];
    }

    /** Replaces each value by the least of all values of its line, each with the square of its distance added. */
    void along(double[] values) {
        for (int block = 0; block < values.length; block += size * stride) {
            for (int start = block; start < block + stride; start++) {
                line(values, start);
            }
        }
    }

    private void line(double[] values, int start) {
        for (int i = 0; i < size; i++) {
            line[i] = values[start + i * stride];
        }
        int count = envelope();
        for (int i = 0, part = 0; i < size && count > 0; i++) {
            while (part + 1 < count && borders[part + 1] < i * step) {
                part++;
            }
            double distance = (i - roots[part]) * step;
            values[start + i * stride] = distance * distance + line[roots[part]];
        }
    }

    /** Finds which parabola is the lowest from which border on; returns how many there are. */
    private int envelope() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (line[i] == Double.POSITIVE_INFINITY) {
                continue;
            }
            double border = Double.NEGATIVE_INFINITY;
            while (count > 0) {
                border = border(roots[count - 1], i);
                if (border > borders[count - 1]) {
                    break;
                }
                count--;
                border = Double.NEGATIVE_INFINITY;
            }
            roots[count] = i;
            borders[count++] = border;
        }
        return count;
    }

    private double border(int left, int right) {
        double from = left * step;
        double to = right * step;
        return (line[right] + to * to - line[left] - from * from) / (2 * (to - from));
    }
}
