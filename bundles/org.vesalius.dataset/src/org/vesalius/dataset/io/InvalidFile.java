// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** The errors of one file, all told in the same way. */
record InvalidFile(Path file) {

    /** Something in the file is wrong. */
    ReportedException because(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    /** Something in a line of the file is wrong. */
    ReportedException atLine(long line, String message, String remedy) {
        return because("Line " + line + ": " + message, remedy);
    }

    /** The file can't be read at all. */
    ReportedException unreadable(Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read.", file,
                "Check that it exists and may be read, and that it is a text file in UTF-8.", cause);
    }
}
