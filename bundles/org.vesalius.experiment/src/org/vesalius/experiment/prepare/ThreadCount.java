// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.prepare;

import org.vesalius.network.Network;
import org.vesalius.network.Recurrent;

/**
 * How many threads a run computes with when the experiment leaves it open. The last digits of the results depend on the
 * number, so the run keeps it.
 *
 * <p>Networks with recurrent layers make many products of small matrices, and waking a second thread for each costs more
 * than it brings, in every engine measured; they get one thread.
 *
 * @param available number of threads of this machine
 */
record ThreadCount(int available) {
    /** The number for a network. */
    int of(Network network) {
        return isRecurrent(network) ? 1 : available;
    }

    private static boolean isRecurrent(Network network) {
        boolean[] found = {false};
        network.eAllContents().forEachRemaining(part -> found[0] |= part instanceof Recurrent);
        return found[0];
    }
}
