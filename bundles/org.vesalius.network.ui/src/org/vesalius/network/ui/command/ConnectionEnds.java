// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;

/**
 * Where a connection that a user draws starts and ends. Through a Block input a block is reached from outside, and
 * through its Block output it gives its result, so that these stand for the block where the other end is outside.
 *
 * @param source the layer where it starts
 * @param target the layer where it ends
 * @param input the input of the target, counted from 0; Integer.MAX_VALUE for its last one
 */
public record ConnectionEnds(Layer source, Layer target, int input) {

    /** Returns the ends for what was drawn. */
    public static ConnectionEnds drawn(Layer source, Layer target, int input) {
        boolean together = target == null || source.eContainer() == target.eContainer();
        if (together) {
            return new ConnectionEnds(source, target, input);
        }
        Layer from = source instanceof BlockOutput && source.eContainer() instanceof Layer block ? block : source;
        if (target instanceof BlockInput inside && target.eContainer() instanceof Layer block) {
            return new ConnectionEnds(from, block, inside.getIndex());
        }
        return new ConnectionEnds(from, target, input);
    }
}
