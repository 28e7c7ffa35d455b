// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

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
    public final List<WeightSpec> weights(L layer, List<Shape> inputs) {
        return weights(layer, inputs.get(0));
    }

    @Override
    public final OptionalLong flops(L layer, List<Shape> inputs, Shape output) {
        return flops(layer, inputs.get(0), output);
    }

    /**
     * The shape of one sample of the result.
     *
     * @throws ShapeMismatch if the layer can't take such an input
     */
    protected abstract Shape outputShape(L layer, Shape input) throws ShapeMismatch;

    /** The arrays that the layer learns or keeps, in the order of Keras; none unless it says otherwise. */
    protected List<WeightSpec> weights(L layer, Shape input) {
        return List.of();
    }

    /** Operations for one sample, as {@link LayerBehavior#flops}; one for each number unless it says otherwise. */
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return output.elements();
    }
}
