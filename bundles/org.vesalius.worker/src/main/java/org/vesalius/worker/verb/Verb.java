// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import java.io.IOException;

/** One thing the worker can do. */
public interface Verb {
    /** All went well. */
    int OK = 0;
    /** It failed; the result, or the run record, says why. */
    int FAILED = 1;
    /** It was asked for in a way that makes no sense. */
    int USAGE = 2;

    /** Memory ran out; the code that the virtual machine ends with where it is told to end by itself then. */
    int OUT_OF_MEMORY = 3;

    /**
     * Does it.
     *
     * @param arguments what follows the verb on the command line
     * @return {@link #OK} or {@link #FAILED}
     * @throws org.vesalius.core.ReportedException if it can't be done
     * @throws IOException if files can't be read or written
     */
    int run(Arguments arguments) throws IOException;
}
