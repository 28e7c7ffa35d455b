// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.util.Optional;

import org.vesalius.network.Network;
import org.vesalius.network.Recurrent;

/**
 * How many threads a network is computed with. Results depend on the number in their last digits.
 *
 * @param count number of threads
 * @param reason why it is not the number of the machine, in the user's words
 */
public record ThreadChoice(int count, Optional<String> reason) {

    /**
     * Chooses. Networks with recurrent layers make many products of small matrices, and waking a second thread for each
     * costs more than it brings; they get one thread unless the user says otherwise.
     *
     * @param network the network
     * @param wanted number of threads in the experiment, 0 for the engine to choose
     * @param available number of threads to use otherwise
     */
    public static ThreadChoice of(Network network, int wanted, int available) {
        if (wanted == 0 && available > 1 && isRecurrent(network)) {
            return new ThreadChoice(1, Optional.of("The network has recurrent layers and is trained with 1 thread, which"
                    + " is faster for them than " + available + "; set the number of threads to decide yourself."));
        }
        return new ThreadChoice(available, Optional.empty());
    }

    private static boolean isRecurrent(Network network) {
        boolean[] found = {false};
        network.eAllContents().forEachRemaining(part -> found[0] |= part instanceof Recurrent);
        return found[0];
    }
}
