// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

/**
 * A place where two people changed the same thing in different ways. The merged network has one of both.
 *
 * @param layerId the id of the layer it is about, in the merged network or, where it is gone there, in the other
 *        version; empty for the network as a whole
 * @param message what both did, in the user's words, one sentence
 */
public record MergeConflict(String layerId, String message) {
}
