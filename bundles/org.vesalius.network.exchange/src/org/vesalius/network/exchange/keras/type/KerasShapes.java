// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** Shapes of one sample as Keras lists them, outermost axis first, unknown sizes as null or -1. */
public final class KerasShapes {
    private static final List<List<String>> NAMES = List.of(List.of("features"), List.of("time", "features"),
            List.of("height", "width", "channels"), List.of("depth", "height", "width", "channels"));

    private KerasShapes() {
    }

    /** @throws UnsupportedSetting if no array can have such sizes */
    public static Shape shape(List<Integer> sizes) {
        if (sizes.isEmpty() || sizes.size() > Shape.MAX_RANK) {
            throw new UnsupportedSetting("samples with " + sizes.size() + " axes are not supported");
        }
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            if (size == 0 || size < -1) {
                throw new UnsupportedSetting("an axis can't have the size " + size);
            }
            axes.add(new Axis(name(i, sizes.size()), size < 0 ? Axis.UNKNOWN : size));
        }
        return new Shape(axes);
    }

    public static List<Integer> sizes(Shape shape) {
        return shape.axes().stream().map(Axis::size).toList();
    }

    /** From channels first to channels last. */
    public static List<Integer> channelsLast(List<Integer> sizes) {
        List<Integer> turned = new ArrayList<>(sizes.subList(1, sizes.size()));
        turned.add(sizes.get(0));
        return turned;
    }

    private static String name(int axis, int rank) {
        return rank <= NAMES.size() ? NAMES.get(rank - 1).get(axis) : "axis" + (axis + 1);
    }
}
