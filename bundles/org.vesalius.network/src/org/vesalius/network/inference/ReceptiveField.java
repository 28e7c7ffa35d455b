// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.Input;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;

/**
 * The part of an image or volume that one place of a layer's result depends on. Computed along the path that sees most,
 * by the recurrences of Araujo et al., Computing Receptive Fields of Convolutional Neural Networks, Distill 2019.
 *
 * @param input where the image enters
 * @param image the shape of one image there
 * @param size how many steps of the image are seen along each axis but the last; may be more than there are
 * @param step how far apart on the image neighbours of the result look, along each axis
 */
public record ReceptiveField(Input input, Shape image, List<Double> size, List<Double> step) {

    /** Copies the lists. */
    public ReceptiveField {
        size = List.copyOf(size);
        step = List.copyOf(step);
    }

    /** What the image itself sees: each place itself. */
    static ReceptiveField of(Input input) {
        View self = View.samePlace(input.getShape().rank() - 1);
        return new ReceptiveField(input, input.getShape(), self.reach(), self.step());
    }

    /** What a layer sees that looks at this through a view of as many axes. */
    public ReceptiveField through(View view) {
        List<Double> wider = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        for (int axis = 0; axis < size.size(); axis++) {
            wider.add(size.get(axis) + (view.reach().get(axis) - 1) * step.get(axis));
            steps.add(step.get(axis) * view.step().get(axis));
        }
        return new ReceptiveField(input, image, wider, steps);
    }

    /** The part of the image that is seen, along the axis where it is smallest: 1 for all of it or more. */
    public double coverage() {
        double least = 1;
        for (int axis = 0; axis < size.size(); axis++) {
            if (image.size(axis) != Axis.UNKNOWN) {
                least = Math.min(least, size.get(axis) / image.size(axis));
            }
        }
        return least;
    }

    /** The steps that are seen along each axis, no more than there are. */
    public List<Integer> seen() {
        List<Integer> seen = new ArrayList<>();
        for (int axis = 0; axis < size.size(); axis++) {
            int whole = image.size(axis);
            double found = Math.ceil(size.get(axis));
            seen.add((int) (whole == Axis.UNKNOWN ? found : Math.min(found, whole)));
        }
        return seen;
    }
}
