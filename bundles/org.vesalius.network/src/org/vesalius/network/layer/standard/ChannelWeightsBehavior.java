// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * A layer that leaves the shape as it is and keeps numbers for each channel: the normalising ones.
 *
 * @param <L> the generated interface of the layer type
 */
class ChannelWeightsBehavior<L extends Layer> extends OneInputBehavior<L> {
    private final BiFunction<L, Integer, List<WeightSpec>> weights;

    /** @param weights what a layer keeps for so many channels */
    ChannelWeightsBehavior(Class<L> type, BiFunction<L, Integer, List<WeightSpec>> weights) {
        super(type);
        this.weights = weights;
    }

    /** Scale and shift are learned, mean and variance are running averages. */
    static ChannelWeightsBehavior<BatchNormalization> batchNormalization() {
        return new ChannelWeightsBehavior<>(BatchNormalization.class, (norm, channels) -> {
            List<WeightSpec> specs = scaleAndShift(norm.isScale(), norm.isCenter(), channels);
            specs.add(WeightSpec.kept("moving_mean", channels));
            specs.add(WeightSpec.kept("moving_variance", channels));
            return specs;
        });
    }

    /** Scale and shift are learned. */
    static ChannelWeightsBehavior<LayerNormalization> layerNormalization() {
        return new ChannelWeightsBehavior<>(LayerNormalization.class,
                (norm, channels) -> scaleAndShift(norm.isScale(), norm.isCenter(), channels));
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        InputRequirements.knownLast(layer, input);
        return input;
    }

    @Override
    protected List<WeightSpec> weights(L layer, Shape input) {
        return weights.apply(layer, input.last().size());
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.multiplyAdds(output, 1);
    }

    static List<WeightSpec> scaleAndShift(boolean scale, boolean shift, int channels) {
        List<WeightSpec> specs = new ArrayList<>();
        if (scale) {
            specs.add(WeightSpec.trained("gamma", channels));
        }
        if (shift) {
            specs.add(WeightSpec.trained("beta", channels));
        }
        return specs;
    }

    /** Numbers are kept for each channel; the groups have to be equally large. */
    static final class Groups extends ChannelWeightsBehavior<GroupNormalization> {
        Groups() {
            super(GroupNormalization.class,
                    (norm, channels) -> scaleAndShift(norm.isScale(), norm.isCenter(), channels));
        }

        @Override
        protected Shape outputShape(GroupNormalization layer, Shape input) throws ShapeMismatch {
            InputRequirements.knownLast(layer, input);
            int channels = input.last().size();
            if (layer.getGroups() == 0 || layer.getGroups() > 0 && channels % layer.getGroups() != 0) {
                throw new ShapeMismatchBuilder(layer)
                        .offer(new SetAttribute("Make one group of each channel of " + LayerInfo.called(layer), layer,
                                NetworkPackage.Literals.GROUP_NORMALIZATION__GROUPS, -1))
                        .say("can't make " + layer.getGroups() + " equal groups of " + channels
                                + " channels; take a number by which " + channels + " can be divided.",
                                "Each group holds as many channels as the others.");
            }
            return input;
        }
    }
}
