// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/** What two arrays give when they are combined number by number, axes of size 1 being repeated. */
final class Broadcast {
    private Broadcast() {
    }

    /** Whether both have as many axes, and sizes that are equal, 1 or not known. */
    static boolean possible(Shape one, Shape other) {
        if (one.rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < one.rank(); i++) {
            boolean open = repeats(one.size(i)) || repeats(other.size(i));
            if (!open && one.size(i) != other.size(i)) {
                return false;
            }
        }
        return true;
    }

    /** The shape of the result, with the axis names of the first. */
    static Shape of(Shape one, Shape other) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < one.rank(); i++) {
            axes.add(one.axes().get(i).withSize(size(one.size(i), other.size(i))));
        }
        return new Shape(axes);
    }

    /** Whether an axis is as long as the other one asks for: it is repeated, or not known yet. */
    private static boolean repeats(int size) {
        return size == 1 || size == Axis.UNKNOWN;
    }

    private static int size(int one, int other) {
        if (one == Axis.UNKNOWN || other == Axis.UNKNOWN) {
            return Math.max(one, other) > 1 ? Math.max(one, other) : Axis.UNKNOWN;
        }
        return Math.max(one, other);
    }
}
