// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A layer type with exactly one input.
 *
 * @param <L> the generated interface of the layer type
 */
public abstract class OneInputBehavior<L extends Layer> implements LayerBehavior<L> {
    private final Class<L> type;

    /** @param type the generated interface of the layer type */
    protected OneInputBehavior(Class<L> type) {
        this.type = type;
    }

    @Override
    public final Class<L> type() {
        return type;
    }

    @Override
    public final Shape outputShape(L layer, List<Shape> inputs) throws ShapeMismatch {
        return outputShape(layer, inputs.get(0));
    }

    @Override
    public final ParameterCount parameters(L layer, List<Shape> inputs) {
        return parameters(layer, inputs.get(0));
    }

    /**
     * The shape of one sample of the result.
     *
     * @throws ShapeMismatch if the layer can't take such an input
     */
    protected abstract Shape outputShape(L layer, Shape input) throws ShapeMismatch;

    /** How many numbers the layer learns or keeps; none unless it says otherwise. */
    protected ParameterCount parameters(L layer, Shape input) {
        return ParameterCount.NONE;
    }
}
