// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import org.vesalius.network.Block;

/**
 * One computation of the inside of a block.
 *
 * @param block the block, whose variations hold
 * @param index which one, from 0
 * @param count how many there are
 */
record Repetition(Block block, int index, int count) {
}
