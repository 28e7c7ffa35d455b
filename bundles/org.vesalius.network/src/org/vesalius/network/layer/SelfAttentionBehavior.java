// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Time×features in and out; {@code 4·features·heads·key + 3·heads·key + features} weights. */
final class SelfAttentionBehavior extends OneInputBehavior<SelfAttention> {
    SelfAttentionBehavior() {
        super(SelfAttention.class);
    }

    @Override
    protected Shape outputShape(SelfAttention layer, Shape input) throws ShapeMismatch {
        Wants.sequence(layer, input);
        return input;
    }

    @Override
    public Optional<View> view(SelfAttention layer, List<Shape> inputs, Shape output) {
        return Optional.empty();
    }

    @Override
    protected List<WeightSpec> weights(SelfAttention layer, Shape input) {
        return new AttentionWeights(layer, input, input, input).specs();
    }

    @Override
    protected OptionalLong flops(SelfAttention layer, Shape input, Shape output) {
        return new AttentionWeights(layer, input, input, input).flops();
    }
}
