// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.core.English;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.fix.FillWrapper;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** What layers require of their inputs, and what they say when they get something else. */
public final class InputRequirements {
    private static final String SHAPES = "A vector is a row of numbers, a sequence is time×features, an image is"
            + " height×width×channels, a volume is depth×height×width×channels. ";
    private static final String VECTOR_NO_STEPS = "A recurrent layer gives on a sequence only with Return sequences"
            + " switched on; numbers without an order in time go to Dense layers.";

    private InputRequirements() {
    }

    /** One axis of known size, for a Dense. */
    public static void vector(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 2) {
            throw new ShapeMismatchBuilder(layer).returnSequences(false).applyAtEveryStep()
                    .insertBefore(NetworkPackage.Literals.FLATTEN)
                    .say("gets the sequence " + input.display() + "; take only its last step, put "
                            + LayerInfo.called(layer) + " into a Time distributed, or put a Flatten before it.",
                            SHAPES + "A Dense layer takes a vector. Keras would apply it to every step of a sequence;"
                                    + " here the drawing has to say so.");
        }
        if (input.rank() != 1) {
            throw new ShapeMismatchBuilder(layer).insertBefore(NetworkPackage.Literals.FLATTEN)
                    .insertBefore(NetworkPackage.Literals.GLOBAL_POOLING)
                    .say("gets " + input.display() + "; put a Flatten before it.",
                            SHAPES + "A Dense layer takes a vector. Flatten lays all numbers out in a row; Global"
                                    + " pooling keeps one number for each channel and makes a much smaller network.");
        }
        knownLast(layer, input);
    }

    /** One axis, whatever its size. */
    public static void row(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() != 1) {
            throw new ShapeMismatchBuilder(layer).returnSequences(false).insertBefore(NetworkPackage.Literals.FLATTEN)
                    .insertBefore(NetworkPackage.Literals.GLOBAL_POOLING)
                    .say("gets " + input.display() + " but wants a vector; put a Flatten before it.", SHAPES);
        }
    }

    /** Places and channels: a sequence for one dimension, an image for two, a volume for three. */
    public static void places(Layer layer, Shape input, int dimensions) throws ShapeMismatch {
        if (input.rank() != dimensions + 1) {
            throw otherPlaces(layer, input, dimensions);
        }
        knownLast(layer, input);
    }

    /** Time×features, the number of features known. */
    public static void sequence(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw noSequence(layer, input);
        }
        if (input.rank() != 2) {
            throw new ShapeMismatchBuilder(layer).insertBefore(0, NetworkPackage.Literals.TIME_DISTRIBUTED,
                    "Insert a Flatten of each step", InputRequirements::flatten)
                    .say("gets " + input.display() + " but wants a sequence of time×features; "
                            + "flatten each step before it.", SHAPES);
        }
        knownLast(layer, input);
    }

    /** The last axis has a known size: weights can't be counted otherwise. */
    public static void knownLast(Layer layer, Shape input) throws ShapeMismatch {
        if (!input.last().known()) {
            throw new ShapeMismatchBuilder(layer).say("gets " + input.display() + ", whose number of " + input.last().name()
                    + " is not known; give the Input full sizes, or put a Global pooling in place of a Flatten.",
                    "How many weights a layer has depends on the size of the last axis of its input, so that one has"
                            + " to be known before any data is read.");
        }
    }

    /** Puts a Flatten into a new TimeDistributed. */
    private static void flatten(Layer timeDistributed) {
        new FillWrapper("Flatten each step", timeDistributed, NetworkPackage.Literals.FLATTEN).apply();
    }

    private static ShapeMismatch noSequence(Layer layer, Shape input) {
        return new ShapeMismatchBuilder(layer).returnSequences(true)
                .say("gets the vector " + input.display() + " but wants a sequence; "
                        + "let the layer before it give every time step.", SHAPES + VECTOR_NO_STEPS);
    }

    private static ShapeMismatch otherPlaces(Layer layer, Shape input, int dimensions) {
        if (input.rank() == 1) {
            return dimensions == 1 ? noSequence(layer, input) : new ShapeMismatchBuilder(layer).say("gets " + input.display()
                    + " but wants " + named(dimensions) + "; put it before the layer that makes the vector, such as a"
                    + " Flatten.", SHAPES);
        }
        ShapeMismatchBuilder mismatch = new ShapeMismatchBuilder(layer).replaceByKind(input.rank() - 1);
        if (input.rank() == dimensions + 2) {
            mismatch.applyAtEveryStep();
        }
        return mismatch.say("gets " + input.display() + " but wants " + named(dimensions) + "; "
                + LayerInfo.kind(layer.eClass(), input.rank() - 1)
                        .map(kind -> "take " + English.one(LayerInfo.of(kind).label()) + ".")
                        .orElse("there is no kind of this layer for " + input.rank() + " axes."),
                SHAPES);
    }

    private static String named(int dimensions) {
        return switch (dimensions) {
            case 1 -> "a sequence of time×features";
            case 2 -> "an image of height×width×channels";
            default -> "a volume of depth×height×width×channels";
        };
    }
}
