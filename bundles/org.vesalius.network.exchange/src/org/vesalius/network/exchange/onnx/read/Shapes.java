// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Shapes for arrays of which only the sizes are known: axes get the names that fit their number. */
final class Shapes {
    private static final List<List<String>> NAMES = List.of(List.of("features"), List.of("time", "features"),
            List.of("height", "width", "channels"), List.of("depth", "height", "width", "channels"));

    private Shapes() {
    }

    /** The shape of one sample; {@link Axis#UNKNOWN} for sizes that are not known. */
    static Shape of(List<Integer> sizes) {
        return new Shape(IntStream.range(0, sizes.size())
                .mapToObj(i -> new Axis(name(i, sizes.size()), sizes.get(i))).toList());
    }

    private static String name(int axis, int rank) {
        return rank <= NAMES.size() ? NAMES.get(rank - 1).get(axis) : "axis" + (axis + 1);
    }
}
