// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/**
 * The ends of a block: what comes in goes out. They have no meaning outside a block.
 *
 * @param <L> {@link BlockInput} or {@link BlockOutput}
 */
final class BlockPartBehavior<L extends Layer> implements LayerBehavior<L> {
    private final Class<L> type;
    private final InputCount inputs;
    private final EClass outside;

    private BlockPartBehavior(Class<L> type, InputCount inputs, EClass outside) {
        this.type = type;
        this.inputs = inputs;
        this.outside = outside;
    }

    static BlockPartBehavior<BlockInput> input() {
        return new BlockPartBehavior<>(BlockInput.class, InputCount.none(), NetworkPackage.Literals.INPUT);
    }

    static BlockPartBehavior<BlockOutput> output() {
        return new BlockPartBehavior<>(BlockOutput.class, InputCount.one(), NetworkPackage.Literals.OUTPUT);
    }

    @Override
    public Class<L> type() {
        return type;
    }

    @Override
    public InputCount inputs() {
        return inputs;
    }

    @Override
    public Shape outputShape(L layer, List<Shape> shapes) throws ShapeMismatch {
        if (shapes.isEmpty() || layer.eContainer() instanceof Network) {
            String instead = LayerInfo.of(outside).label();
            throw new Complaint(layer).offer(new ReplaceLayer("Make it an " + instead, layer, outside))
                    .say("stands outside a block; put an " + instead + " in its place.",
                            "It stands inside a block for what the block gets or gives.");
        }
        return shapes.get(0);
    }

    @Override
    public OptionalLong flops(L layer, List<Shape> shapes, Shape output) {
        return Flops.NONE;
    }
}
