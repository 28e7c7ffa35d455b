// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/**
 * The windows of a convolution or pooling, one for each axis it slides along; the last axis is left to the caller.
 *
 * @param layer the layer
 * @param windows one for each axis but the last
 */
record Windows(Layer layer, List<Slide.Window> windows) {
    private static final String PADDING = "padding";

    /** The attribute of a layer that says what happens at the border. */
    static EAttribute padding(Layer layer) {
        return (EAttribute) layer.eClass().getEStructuralFeature(PADDING);
    }

    /** Padding that looks at the past only needs a time axis. */
    static void noCausalPadding(Layer layer, Padding padding) throws ShapeMismatch {
        if (padding == Padding.CAUSAL) {
            throw new ShapeMismatchBuilder(layer)
                    .offer(new SetAttribute("Pad all borders of " + LayerInfo.called(layer), layer,
                            padding(layer), Padding.SAME))
                    .say("has causal padding, which only a Convolution 1D can have; take same or valid.",
                            "Causal padding hides the future of a sequence from each step. An image or volume has no"
                                    + " future, and poolings and transposed convolutions have no such padding in"
                                    + " Keras.");
        }
    }

    /** The input's shape, with each axis but the last as long as the window finds places. */
    Shape over(Shape input) throws ShapeMismatch {
        Shape result = input;
        for (int axis = 0; axis < windows.size(); axis++) {
            Slide.Window window = windows.get(axis);
            if (!window.fits(input.size(axis))) {
                throw tooLarge(input);
            }
            result = result.withSize(axis, window.placesOn(input.size(axis)));
        }
        return result;
    }

    private ShapeMismatch tooLarge(Shape input) {
        String span = windows.stream().map(w -> Integer.toString(w.span())).collect(Collectors.joining("×"));
        return new ShapeMismatchBuilder(layer)
                .offer(new SetAttribute("Pad the border of " + LayerInfo.called(layer), layer, padding(layer), Padding.SAME))
                .say("gets " + input.display() + ", which is smaller than its window of " + span
                        + "; pad the border, make the window smaller or shrink less before it.",
                        "With valid padding the window has to lie inside the input as a whole. Each convolution and"
                                + " pooling before made the input smaller.");
    }
}
