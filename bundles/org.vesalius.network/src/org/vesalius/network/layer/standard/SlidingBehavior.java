// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EAttribute;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Layer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.View;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/**
 * A layer whose window slides over all axes but the last, in one, two or three dimensions.
 *
 * @param <L> the generated interface of the layer type
 */
abstract class SlidingBehavior<L extends Layer> extends OneInputBehavior<L> {
    private final Function<L, Slide> slide;

    /** @param slide how the window of a layer moves */
    SlidingBehavior(Class<L> type, Function<L, Slide> slide) {
        super(type);
        this.slide = slide;
    }

    /** How the window of a layer moves. */
    final Slide slide(L layer) {
        return slide.apply(layer);
    }

    /** The input with each axis but the last as long as the window finds places. */
    final Shape places(L layer, Shape input) throws ShapeMismatch {
        Slide moves = slide(layer);
        InputRequirements.places(layer, input, moves.dimensions());
        if (!(layer instanceof Convolution1D)) {
            Windows.noCausalPadding(layer, moves.padding());
        }
        return new Windows(layer, moves.windows()).over(input);
    }

    @Override
    public final Optional<View> view(L layer, List<Shape> inputs, Shape output) {
        List<Slide.Window> windows = slide(layer).windows();
        return Optional.of(new View(windows.stream().map(window -> (double) window.span()).toList(),
                windows.stream().map(window -> (double) window.stride()).toList()));
    }

    @Override
    public List<Problem> check(L layer, List<Shape> inputs) {
        if (!slide(layer).jumpsOverGaps()) {
            return List.of();
        }
        EAttribute dilation = (EAttribute) layer.eClass().getEStructuralFeature("dilation");
        return List.of(Problem.error("network.dilation", "",
                LayerInfo.called(layer) + " has a stride and a dilation above 1; set one of them to 1.",
                "A window that leaves gaps and also jumps would miss part of its input at every place; neither Keras"
                        + " nor the engines compute it.",
                new SetAttribute("Set the dilation of " + LayerInfo.called(layer) + " to 1", layer, dilation,
                        dilation.getDefaultValue())));
    }
}
