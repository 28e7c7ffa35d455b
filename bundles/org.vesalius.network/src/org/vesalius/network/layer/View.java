// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.Collections;
import java.util.List;

/**
 * What one place of a layer's result sees of the layer's input, along each axis but the last.
 *
 * @param reach how many steps of the input it sees, at least 1
 * @param step how far apart on the input neighbours of the result look: the stride; below 1 where the result is larger
 *     than the input
 */
public record View(List<Double> reach, List<Double> step) {

    /** @throws IllegalArgumentException if the lists differ in length */
    public View {
        reach = List.copyOf(reach);
        step = List.copyOf(step);
        if (reach.size() != step.size()) {
            throw new IllegalArgumentException("a reach and a step for each axis, not " + reach + " and " + step);
        }
    }

    /** Each place sees the same place of the input and nothing else. */
    public static View samePlace(int axes) {
        return new View(Collections.nCopies(axes, 1.0), Collections.nCopies(axes, 1.0));
    }

    /** Number of axes along which places lie. */
    public int axes() {
        return reach.size();
    }
}
