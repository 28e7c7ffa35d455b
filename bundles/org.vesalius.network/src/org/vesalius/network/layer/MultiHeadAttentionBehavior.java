// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Queries, values and perhaps keys in, each time×features; the shape of the queries out. */
final class MultiHeadAttentionBehavior implements LayerBehavior<MultiHeadAttention> {
    @Override
    public Class<MultiHeadAttention> type() {
        return MultiHeadAttention.class;
    }

    @Override
    public InputCount inputs() {
        return new InputCount(2, 3);
    }

    @Override
    public Shape outputShape(MultiHeadAttention layer, List<Shape> inputs) throws ShapeMismatch {
        for (Shape input : inputs) {
            Wants.sequence(layer, input);
        }
        Shape value = inputs.get(1);
        Shape key = key(inputs);
        if (value.axes().get(0).known() && key.axes().get(0).known() && value.size(0) != key.size(0)) {
            throw new Complaint(layer).say(Merged.gets(layer, inputs) + "; values and keys, its second and third"
                    + " input, need the same number of steps.",
                    "Each step of the keys says how much the step of the values beside it counts.");
        }
        return inputs.get(0);
    }

    @Override
    public Optional<View> view(MultiHeadAttention layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    public List<WeightSpec> weights(MultiHeadAttention layer, List<Shape> inputs) {
        return weightsOf(layer, inputs).specs();
    }

    @Override
    public OptionalLong flops(MultiHeadAttention layer, List<Shape> inputs, Shape output) {
        return weightsOf(layer, inputs).flops();
    }

    private static AttentionWeights weightsOf(MultiHeadAttention layer, List<Shape> inputs) {
        return new AttentionWeights(layer, inputs.get(0), key(inputs), inputs.get(1));
    }

    private static Shape key(List<Shape> inputs) {
        return inputs.get(inputs.size() - 1);
    }
}
