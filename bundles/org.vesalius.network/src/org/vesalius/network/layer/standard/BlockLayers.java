// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** Blocks and their ends. */
final class BlockLayers {
    private BlockLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new BlockBehavior<>(Block.class), new BlockBehavior<>(BlockReference.class),
                BlockPartBehavior.input(), BlockPartBehavior.output());
    }

    /**
     * A block as a whole. Its inside is what is computed, so a block is expanded before shapes are worked out; one that
     * stands here could not be.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class BlockBehavior<L extends Layer> implements LayerBehavior<L> {
        private final Class<L> type;

        BlockBehavior(Class<L> type) {
            this.type = type;
        }

        @Override
        public Class<L> type() {
            return type;
        }

        @Override
        public InputCount inputs() {
            return InputCount.atLeast(1);
        }

        @Override
        public Shape outputShape(L layer, List<Shape> inputs) throws ShapeMismatch {
            throw new ShapeMismatchBuilder(layer).say("can't be computed as it stands; ungroup it.",
                    "A block is computed by the layers inside it.");
        }
    }

    /**
     * The ends of a block: what comes in goes out. They have no meaning outside a block.
     *
     * @param <L> {@link BlockInput} or {@link BlockOutput}
     */
    private static final class BlockPartBehavior<L extends Layer> implements LayerBehavior<L> {
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
                throw new ShapeMismatchBuilder(layer).offer(new ReplaceLayer("Make it an " + instead, layer, outside))
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
}
