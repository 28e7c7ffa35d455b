// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.Optional;
import org.vesalius.network.Layer;

/**
 * An input of a layer that comes from elsewhere than before.
 *
 * @param target the layer as it is
 * @param input which of its inputs, from 0
 * @param before where it came from, in the drawing before; empty if there was no such input
 * @param after where it comes from, in the drawing after; empty if there is no such input any more
 */
public record Rewiring(Layer target, int input, Optional<Layer> before, Optional<Layer> after) {
}
