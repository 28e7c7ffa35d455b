// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Where a command writes. Results go to standard output; progress and errors to standard error, so that a result can be
 * piped while a person watches. Safe for use from several threads.
 */
public final class Console {

    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private boolean statusShown;

    /**
     * A console.
     *
     * @param terminal whether a person watches both streams, so that a line may be overwritten
     */
    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = Objects.requireNonNull(out, "out");
        this.err = Objects.requireNonNull(err, "err");
        this.terminal = terminal;
    }

    /** Standard output itself, for texts that others lay out. */
    public PrintStream outStream() {
        return out;
    }

    /** Standard error itself, for texts that others lay out. */
    public PrintStream errStream() {
        return err;
    }

    /** Whether a person watches, so that {@link #status} shows something. */
    public boolean terminal() {
        return terminal;
    }

    /** Writes a line of the result. */
    public synchronized void line(String text) {
        clearStatus();
        out.println(text);
        out.flush();
    }

    /** Writes a line beside the result: progress, a warning, an error. */
    public synchronized void note(String text) {
        clearStatus();
        err.println(text);
        err.flush();
    }

    /** Shows a line that the next one overwrites; nothing where nobody watches. */
    public synchronized void status(String text) {
        if (terminal) {
            err.print(CLEAR_LINE + text);
            err.flush();
            statusShown = true;
        }
    }

    /** Takes the status line away. */
    public synchronized void clearStatus() {
        if (statusShown) {
            err.print(CLEAR_LINE);
            err.flush();
            statusShown = false;
        }
    }
}
