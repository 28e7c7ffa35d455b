// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.context;

/** Where Ctrl-C comes from. */
public interface Interrupts {

    /**
     * Lets an action answer Ctrl-C instead of the end of the process, until the returned handle is closed.
     *
     * @param action run at each Ctrl-C, on a thread of its own
     */
    Handle onInterrupt(Runnable action);

    /** Gives Ctrl-C back its usual meaning when closed. */
    interface Handle extends AutoCloseable {

        @Override
        void close();
    }
}
