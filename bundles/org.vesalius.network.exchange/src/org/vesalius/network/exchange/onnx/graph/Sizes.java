// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/**
 * Sizes of axes that the graph computes as it runs.
 *
 * @param sizes the sizes, {@link #UNKNOWN} where they depend on the data, as the number of samples does
 * @param single whether it is a single number rather than a row of one
 */
public record Sizes(List<Long> sizes, boolean single) implements Value {
    /** A size that depends on the data. */
    public static final long UNKNOWN = Long.MIN_VALUE;
    /** More sizes than any shape needs. */
    public static final int MOST = 64;
    /** Names of axes by their number. */
    private static final List<List<String>> NAMES = List.of(List.of("features"), List.of("time", "features"),
            List.of("height", "width", "channels"), List.of("depth", "height", "width", "channels"));

    public Sizes {
        sizes = List.copyOf(sizes);
    }

    /** Sizes for people, "?" where they are not known. */
    public static String text(List<? extends Number> sizes) {
        return sizes.isEmpty() ? "a single number" : sizes.stream()
                .map(size -> size.longValue() < 0 ? "?" : size.toString()).collect(Collectors.joining("×"));
    }

    /** These sizes, as a constant where all are known. */
    public static Value of(List<Long> sizes, boolean single) {
        if (sizes.contains(UNKNOWN)) {
            return new Sizes(sizes, single);
        }
        ForeignArray row = ForeignArray.ofLongs(sizes);
        return single ? row.reshaped(List.of()) : row;
    }

    /** The shape of one sample; {@link Axis#UNKNOWN} for sizes that are not known. */
    public static Shape shape(List<Integer> sizes) {
        return new Shape(IntStream.range(0, sizes.size())
                .mapToObj(i -> new Axis(name(i, sizes.size()), sizes.get(i))).toList());
    }

    private static String name(int axis, int rank) {
        return rank <= NAMES.size() ? NAMES.get(rank - 1).get(axis) : "axis" + (axis + 1);
    }

    /** The sizes of a constant after a reshape, where one may be -1 for what remains, and 0 for the size before. */
    public static List<Integer> reshaped(ForeignArray array, List<Long> target, boolean zeroCopies) throws NotExpressible {
        List<Integer> sizes = new ArrayList<>();
        long product = 1;
        int open = -1;
        for (int i = 0; i < target.size(); i++) {
            long size = target.get(i) == 0 && zeroCopies && i < array.dims().size() ? array.dims().get(i)
                    : target.get(i);
            if (size == -1 && open < 0) {
                open = i;
                size = 1;
            }
            if (size < 0 || size > array.size()) {
                throw misfit(array, target);
            }
            product *= size;
            sizes.add((int) size);
        }
        if (open >= 0 && product > 0) {
            sizes.set(open, (int) (array.size() / product));
            product *= sizes.get(open);
        }
        if (product != array.size()) {
            throw misfit(array, target);
        }
        return sizes;
    }

    private static NotExpressible misfit(ForeignArray array, List<Long> target) {
        return new NotExpressible("it gives " + array.size() + " numbers the shape " + text(target));
    }
}
