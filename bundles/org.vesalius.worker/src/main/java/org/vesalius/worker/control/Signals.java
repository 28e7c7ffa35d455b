// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.control;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Signals of the operating system: SIGINT and SIGTERM stop the run with its weights kept, SIGHUP is ignored, since a run
 * outlives the terminal it was started from. A signal that the starter chose to ignore stays ignored.
 */
public final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private Signals() {
    }

    /**
     * Takes over the signals of this process.
     *
     * @param stop called when the run shall stop, by a thread of the virtual machine
     */
    public static void install(Runnable stop) {
        for (String name : List.of("INT", "TERM")) {
            handle(name, signal -> {
                LOG.info("SIG{} received: stopping after this batch, the weights are kept", signal.getName());
                stop.run();
            });
        }
        handle("HUP", SignalHandler.SIG_IGN);
    }

    private static void handle(String name, SignalHandler handler) {
        try {
            Signal.handle(new Signal(name), handler);
        } catch (IllegalArgumentException e) {
            // Windows has no SIGHUP
            LOG.debug("no signal {} on this system", name);
        }
    }
}
