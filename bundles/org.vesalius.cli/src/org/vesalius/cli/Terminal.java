// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.io.Console;

/** Whether a person watches the output. */
final class Terminal {

    private Terminal() {
        // one function
    }

    /** Whether standard input and output are a terminal that can overwrite a line. */
    static boolean watched() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    // From Java 22 on there is a console even without a terminal, and a method that tells.
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
