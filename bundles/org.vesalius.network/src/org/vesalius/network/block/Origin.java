// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.List;
import org.vesalius.network.Layer;

/**
 * Where a layer of an expanded network comes from.
 *
 * @param drawn the layer in the drawing; for all layers of a block that is used by reference, the reference
 * @param repetitions which repetition of each enclosing block it belongs to, from 0, the outermost block first; blocks
 *        inside a reference count too
 */
public record Origin(Layer drawn, List<Integer> repetitions) {

    /** Copies the list. */
    public Origin {
        repetitions = List.copyOf(repetitions);
    }

    /** Whether it belongs to the first repetition of each of the so many outermost blocks around it. */
    public boolean firstIn(int blocks) {
        return repetitions.stream().limit(blocks).allMatch(repetition -> repetition == 0);
    }
}
