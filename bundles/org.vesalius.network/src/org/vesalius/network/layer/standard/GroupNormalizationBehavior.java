// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import org.vesalius.network.GroupNormalization;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** Numbers are kept for each channel; the groups have to be equally large. */
final class GroupNormalizationBehavior extends ChannelWeightsBehavior<GroupNormalization> {
    GroupNormalizationBehavior() {
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
