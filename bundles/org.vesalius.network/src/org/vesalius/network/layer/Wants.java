// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.core.English;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Padding;
import org.vesalius.network.fix.SetAttribute;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** The kinds of input that layers want, and what they say when they get another. */
final class Wants {
    private static final String SHAPES = "A vector is a row of numbers, a sequence is time×features, an image is"
            + " height×width×channels, a volume is depth×height×width×channels. ";
    private static final String VECTOR_NO_STEPS = "A recurrent layer gives on a sequence only with Return sequences"
            + " switched on; numbers without an order in time go to Dense layers.";

    private Wants() {
    }

    /** One axis of known size, for a Dense. */
    static void vector(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 2) {
            throw new Complaint(layer).returnSequences(false).applyAtEveryStep()
                    .insertBefore(NetworkPackage.Literals.FLATTEN)
                    .say("gets the sequence " + input.display() + "; take only its last step, put "
                            + LayerInfo.called(layer) + " into a Time distributed, or put a Flatten before it.",
                            SHAPES + "A Dense layer takes a vector. Keras would apply it to every step of a sequence;"
                                    + " here the drawing has to say so.");
        }
        if (input.rank() != 1) {
            throw new Complaint(layer).insertBefore(NetworkPackage.Literals.FLATTEN)
                    .insertBefore(NetworkPackage.Literals.GLOBAL_POOLING)
                    .say("gets " + input.display() + "; put a Flatten before it.",
                            SHAPES + "A Dense layer takes a vector. Flatten lays all numbers out in a row; Global"
                                    + " pooling keeps one number for each channel and makes a much smaller network.");
        }
        knownLast(layer, input);
    }

    /** One axis, whatever its size. */
    static void row(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() != 1) {
            throw new Complaint(layer).returnSequences(false).insertBefore(NetworkPackage.Literals.FLATTEN)
                    .insertBefore(NetworkPackage.Literals.GLOBAL_POOLING)
                    .say("gets " + input.display() + " but wants a vector; put a Flatten before it.", SHAPES);
        }
    }

    /** Places and channels: a sequence for one dimension, an image for two, a volume for three. */
    static void places(Layer layer, Shape input, int dimensions) throws ShapeMismatch {
        if (input.rank() != dimensions + 1) {
            throw otherPlaces(layer, input, dimensions);
        }
        knownLast(layer, input);
    }

    /** Time×features, the number of features known. */
    static void sequence(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw noSequence(layer, input);
        }
        if (input.rank() != 2) {
            throw new Complaint(layer).insertBefore(0, NetworkPackage.Literals.TIME_DISTRIBUTED,
                    "Insert a Flatten of each step", Wrapped::flatten)
                    .say("gets " + input.display() + " but wants a sequence of time×features; "
                            + "flatten each step before it.", SHAPES);
        }
        knownLast(layer, input);
    }

    /** Padding that looks at the past only needs a time axis. */
    static void noCausalPadding(Layer layer, Padding padding) throws ShapeMismatch {
        if (padding == Padding.CAUSAL) {
            throw new Complaint(layer)
                    .offer(new SetAttribute("Pad all borders of " + LayerInfo.called(layer), layer,
                            Windows.padding(layer), Padding.SAME))
                    .say("has causal padding, which only a Convolution 1D can have; take same or valid.",
                            "Causal padding hides the future of a sequence from each step. An image or volume has no"
                                    + " future, and poolings and transposed convolutions have no such padding in"
                                    + " Keras.");
        }
    }

    /** The last axis has a known size: weights can't be counted otherwise. */
    static void knownLast(Layer layer, Shape input) throws ShapeMismatch {
        if (!input.last().known()) {
            throw new Complaint(layer).say("gets " + input.display() + ", whose number of " + input.last().name()
                    + " is not known; give the Input full sizes, or put a Global pooling in place of a Flatten.",
                    "How many weights a layer has depends on the size of the last axis of its input, so that one has"
                            + " to be known before any data is read.");
        }
    }

    private static ShapeMismatch noSequence(Layer layer, Shape input) {
        return new Complaint(layer).returnSequences(true)
                .say("gets the vector " + input.display() + " but wants a sequence; "
                        + "let the layer before it give every time step.", SHAPES + VECTOR_NO_STEPS);
    }

    private static ShapeMismatch otherPlaces(Layer layer, Shape input, int dimensions) {
        if (input.rank() == 1) {
            return dimensions == 1 ? noSequence(layer, input) : new Complaint(layer).say("gets " + input.display()
                    + " but wants " + named(dimensions) + "; put it before the layer that makes the vector, such as a"
                    + " Flatten.", SHAPES);
        }
        Complaint complaint = new Complaint(layer).replaceByKind(input.rank() - 1);
        if (input.rank() == dimensions + 2) {
            complaint.applyAtEveryStep();
        }
        return complaint.say("gets " + input.display() + " but wants " + named(dimensions) + "; "
                + Kinds.of(layer.eClass(), input.rank() - 1)
                        .map(kind -> "take " + English.one(LayerInfo.of(kind).label()) + ".")
                        .orElse("there is no kind of this layer for " + input.rank() + " axes."), SHAPES);
    }

    private static String named(int dimensions) {
        return switch (dimensions) {
            case 1 -> "a sequence of time×features";
            case 2 -> "an image of height×width×channels";
            default -> "a volume of depth×height×width×channels";
        };
    }
}
