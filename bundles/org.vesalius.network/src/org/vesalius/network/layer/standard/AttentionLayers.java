// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vesalius.network.Attention;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Attention of a sequence to itself or to another one. */
final class AttentionLayers {
    private AttentionLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new SelfAttentionBehavior(), new MultiHeadAttentionBehavior());
    }

    /** Time×features in and out; {@code 4·features·heads·key + 3·heads·key + features} weights. */
    private static final class SelfAttentionBehavior extends OneInputBehavior<SelfAttention> {
        SelfAttentionBehavior() {
            super(SelfAttention.class);
        }

        @Override
        protected Shape outputShape(SelfAttention layer, Shape input) throws ShapeMismatch {
            InputRequirements.sequence(layer, input);
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

    /** Queries, values and perhaps keys in, each time×features; the shape of the queries out. */
    private static final class MultiHeadAttentionBehavior implements LayerBehavior<MultiHeadAttention> {
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
                InputRequirements.sequence(layer, input);
            }
            Shape value = inputs.get(1);
            Shape key = key(inputs);
            if (value.axes().get(0).known() && key.axes().get(0).known() && value.size(0) != key.size(0)) {
                throw new ShapeMismatchBuilder(layer).say(Merged.gets(layer, inputs) + "; values and keys, its second and third"
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

    /**
     * The four projections of an attention: of queries, keys and values to heads, and of the heads back. Source: Vaswani et
     * al., arXiv:1706.03762, section 3.2.2; layouts as in Keras.
     *
     * @param attention the layer
     * @param query shape of what asks, time×features
     * @param key shape of what is compared, time×features
     * @param value shape of what is gathered, time×features
     */
    private record AttentionWeights(Attention attention, Shape query, Shape key, Shape value) {

        List<WeightSpec> specs() {
            List<WeightSpec> specs = new ArrayList<>();
            projection(specs, "query", query);
            projection(specs, "key", key);
            projection(specs, "value", value);
            int features = query.last().size();
            specs.add(WeightSpec.trained("output_kernel", heads(), length(), features));
            if (attention.isUseBias()) {
                specs.add(WeightSpec.trained("output_bias", features));
            }
            return specs;
        }

        /** The projections, the comparison of all pairs of steps, and the weighted sums. */
        OptionalLong flops() {
            long width = Saturated.times(heads(), length());
            OptionalLong projections = Flops.plus(Flops.plus(Flops.multiplyAdds(query, Saturated.times(2, width)),
                    Flops.multiplyAdds(key, width)), Flops.multiplyAdds(value, width));
            OptionalLong pairs = Flops.times(Flops.multiplyAdds(query.withLast(1), Saturated.times(2, width)),
                    Math.max(key.size(0), 1));
            return key.known() ? Flops.plus(projections, pairs) : OptionalLong.empty();
        }

        private void projection(List<WeightSpec> specs, String part, Shape from) {
            specs.add(WeightSpec.trained(part + "_kernel", from.last().size(), heads(), length()));
            if (attention.isUseBias()) {
                specs.add(WeightSpec.trained(part + "_bias", heads(), length()));
            }
        }

        private int heads() {
            return attention.getHeads();
        }

        private int length() {
            return attention.getKeyDimension();
        }
    }
}
