// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.core.English;
import org.vesalius.network.Embedding;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.Masking;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
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

/** Layers for sequences that keep no state from step to step. */
final class SequenceLayers {
    private SequenceLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new EmbeddingBehavior(), new LastTimeStepBehavior(), new SequenceBehavior<>(Masking.class),
                new PositionalEncodingBehavior());
    }

    /** A row of codes in, one vector for each out; {@code vocabulary·dimension} weights. */
    private static final class EmbeddingBehavior extends OneInputBehavior<Embedding> {
        EmbeddingBehavior() {
            super(Embedding.class);
        }

        @Override
        protected Shape outputShape(Embedding embedding, Shape input) throws ShapeMismatch {
            if (input.rank() != 1) {
                throw new ShapeMismatchBuilder(embedding).say("gets " + input.display()
                        + " but wants a row of codes; give the Input before it their number, such as 100.",
                        "An Embedding looks each number up as the code of a word, so it stands right behind an Input that"
                                + " holds a row of whole numbers.");
            }
            return Shape.sequence(input.size(0), embedding.getDimension());
        }

        @Override
        protected List<WeightSpec> weights(Embedding embedding, Shape input) {
            return List.of(WeightSpec.trained("embeddings", embedding.getVocabularySize(), embedding.getDimension()));
        }

        @Override
        protected OptionalLong flops(Embedding embedding, Shape input, Shape output) {
            return Flops.NONE;
        }
    }

    /** Time×features in, the features of the last step out. */
    private static final class LastTimeStepBehavior extends OneInputBehavior<LastTimeStep> {
        LastTimeStepBehavior() {
            super(LastTimeStep.class);
        }

        @Override
        protected Shape outputShape(LastTimeStep layer, Shape input) throws ShapeMismatch {
            InputRequirements.sequence(layer, input);
            return Shape.vector(input.last().size());
        }

        @Override
        protected OptionalLong flops(LastTimeStep layer, Shape input, Shape output) {
            return Flops.NONE;
        }
    }

    /**
     * A layer type that takes sequences of time×features and leaves shape and numbers as they are: Masking.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class SequenceBehavior<L extends Layer> extends OneInputBehavior<L> {
        SequenceBehavior(Class<L> type) {
            super(type);
        }

        @Override
        protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
            InputRequirements.sequence(layer, input);
            return input;
        }

        @Override
        protected OptionalLong flops(L layer, Shape input, Shape output) {
            return Flops.NONE;
        }
    }

    /** Time×features in and out; {@code maximum length·features} weights if they are learned. */
    private static final class PositionalEncodingBehavior extends OneInputBehavior<PositionalEncoding> {
        PositionalEncodingBehavior() {
            super(PositionalEncoding.class);
        }

        @Override
        protected Shape outputShape(PositionalEncoding layer, Shape input) throws ShapeMismatch {
            InputRequirements.sequence(layer, input);
            Axis time = input.axes().get(0);
            if (learned(layer) && time.known() && time.size() > layer.getMaxLength()) {
                throw new ShapeMismatchBuilder(layer)
                        .offer(new SetAttribute("Learn " + English.quantity(time.size(), "position"), layer,
                                NetworkPackage.Literals.POSITIONAL_ENCODING__MAX_LENGTH, time.size()))
                        .say("gets " + English.quantity(time.size(), "step") + " but learns "
                                + English.quantity(layer.getMaxLength(), "position") + "; give it a larger maximum length.",
                                "Each position that occurs needs a vector of its own.");
            }
            return input;
        }

        @Override
        protected List<WeightSpec> weights(PositionalEncoding layer, Shape input) {
            return learned(layer) ? List.of(WeightSpec.trained("embeddings", layer.getMaxLength(), input.last().size()))
                    : List.of();
        }

        private static boolean learned(PositionalEncoding layer) {
            return layer.getKind() == PositionKind.LEARNED;
        }
    }
}
