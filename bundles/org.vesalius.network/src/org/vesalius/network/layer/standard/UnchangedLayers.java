// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.Activation;
import org.vesalius.network.AlphaDropout;
import org.vesalius.network.Dropout;
import org.vesalius.network.ELU;
import org.vesalius.network.GaussianDropout;
import org.vesalius.network.GaussianNoise;
import org.vesalius.network.Layer;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Output;
import org.vesalius.network.PReLU;
import org.vesalius.network.Rescaling;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.fix.ReplaceLayer;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Layers that leave the shape as it is: activations, dropout and noise, a new scale, an Output. */
final class UnchangedLayers {
    private UnchangedLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new UnchangedShape<>(Activation.class, 1), new UnchangedShape<>(LeakyReLU.class, 1),
                new UnchangedShape<>(ELU.class, 1), new PReLUBehavior(), new UnchangedShape<>(Dropout.class),
                new SpatialDropoutBehavior(), new UnchangedShape<>(GaussianDropout.class),
                new UnchangedShape<>(AlphaDropout.class), new UnchangedShape<>(GaussianNoise.class),
                new UnchangedShape<>(Rescaling.class, 2), new UnchangedShape<>(Output.class));
    }

    /**
     * A layer type that takes any shape, leaves it as it is, and learns nothing: Activation, Dropout, Output.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class UnchangedShape<L extends Layer> extends OneInputBehavior<L> {
        private final int operations;

        /** A layer that does nothing to the numbers in use. */
        UnchangedShape(Class<L> type) {
            this(type, 0);
        }

        /** @param operations how many operations each number takes in use */
        UnchangedShape(Class<L> type, int operations) {
            super(type);
            this.operations = operations;
        }

        @Override
        protected Shape outputShape(L layer, Shape input) {
            return input;
        }

        @Override
        protected OptionalLong flops(L layer, Shape input, Shape output) {
            return Flops.each(output, operations);
        }
    }

    /** Shape unchanged; a learned slope for each number, or one for each channel. */
    private static final class PReLUBehavior extends OneInputBehavior<PReLU> {
        PReLUBehavior() {
            super(PReLU.class);
        }

        @Override
        protected Shape outputShape(PReLU layer, Shape input) throws ShapeMismatch {
            InputRequirements.knownLast(layer, input);
            if (!layer.isShared() && !input.known()) {
                throw new ShapeMismatchBuilder(layer)
                        .offer(new SetAttribute("Let all places of a channel share one slope", layer,
                                NetworkPackage.Literals.PRE_LU__SHARED, true))
                        .say("gets " + input.display() + ", whose sizes are not all known, and wants a slope for each"
                                + " number; let all places of a channel share one slope.",
                                "How many weights a layer has can't depend on the data.");
            }
            return input;
        }

        @Override
        protected List<WeightSpec> weights(PReLU layer, Shape input) {
            if (!layer.isShared()) {
                return List.of(new WeightSpec("alpha", input.axes().stream().map(Axis::size).toList(), true));
            }
            List<Integer> shape = new ArrayList<>(Collections.nCopies(input.rank() - 1, 1));
            shape.add(input.last().size());
            return List.of(new WeightSpec("alpha", shape, true));
        }
    }

    /** Shape unchanged; wants places with channels, of which it drops whole ones. */
    private static final class SpatialDropoutBehavior extends OneInputBehavior<SpatialDropout> {
        SpatialDropoutBehavior() {
            super(SpatialDropout.class);
        }

        @Override
        protected Shape outputShape(SpatialDropout layer, Shape input) throws ShapeMismatch {
            if (input.rank() == 1) {
                throw new ShapeMismatchBuilder(layer)
                        .offer(new ReplaceLayer("Make it a Dropout", layer, NetworkPackage.Literals.DROPOUT))
                        .say("gets the vector " + input.display() + ", which has no places; take a Dropout.",
                                "Spatial dropout drops a channel at all places of an image, volume or sequence at once.");
            }
            return input;
        }

        @Override
        protected OptionalLong flops(SpatialDropout layer, Shape input, Shape output) {
            return Flops.NONE;
        }
    }
}
