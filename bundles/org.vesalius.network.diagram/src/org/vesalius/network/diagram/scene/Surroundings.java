// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

/** What a connection has to go around. */
public interface Surroundings {
    /** Whether a layer other than the two ends lies in an area. */
    boolean isTaken(Box area);

    /**
     * A way downwards beside all layers that are in the way.
     *
     * @param from where it would run; it may run further to the right
     * @param top where it begins
     * @param bottom where it ends
     * @return the x of the way
     */
    int freeLane(int from, int top, int bottom);
}
