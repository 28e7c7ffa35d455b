// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;

/** The kinds of input that layers want, and what they say when they get another. */
final class Wants {
    private static final String SHAPES = "A vector is a row of numbers, a sequence is time×features, an image is"
            + " height×width×channels. ";

    private Wants() {
    }

    /** One axis of known size. */
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

    /** Time×features, the number of features known. */
    static void sequence(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() == 1) {
            throw new Complaint(layer).returnSequences(true)
                    .say("gets the vector " + input.display() + " but wants a sequence; "
                            + "let the layer before it give every time step.",
                            SHAPES + "A recurrent layer gives on a sequence only with Return sequences switched on;"
                                    + " numbers without an order in time go to Dense layers.");
        }
        if (input.rank() != 2) {
            throw new Complaint(layer).insertBefore(0, NetworkPackage.Literals.TIME_DISTRIBUTED,
                    "Insert a Flatten of each step", Wrapped::flatten)
                    .say("gets " + input.display() + " but wants a sequence of time×features; "
                            + "flatten each step before it.", SHAPES);
        }
        knownLast(layer, input);
    }

    /** Height×width×channels, the number of channels known. */
    static void image(Layer layer, Shape input) throws ShapeMismatch {
        if (input.rank() != 3) {
            String hint = switch (input.rank()) {
                case 1 -> "put it before the layer that makes the vector, such as a Flatten.";
                case 2 -> "for a sequence take the 1D kind of this layer.";
                default -> "images with depth are not covered by this layer.";
            };
            throw new Complaint(layer).say("gets " + input.display() + " but wants an image of height×width×channels; "
                    + hint, SHAPES);
        }
        knownLast(layer, input);
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
}
