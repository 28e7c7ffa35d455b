// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

/** What becomes of a run whose worker is gone. */
sealed interface Aftermath {

    /** The run has ended. */
    record Ended(RunEnd end) implements Aftermath {
    }

    /** It stands in the queue again and this process has to start its worker. */
    record Again() implements Aftermath {
    }

    /** Another process has it now, or decides at this moment. */
    record Elsewhere() implements Aftermath {
    }
}
