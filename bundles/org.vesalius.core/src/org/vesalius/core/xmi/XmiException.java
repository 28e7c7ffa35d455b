// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.nio.file.Path;
import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.xml.sax.SAXException;

/** A file is not read: what is wrong and what the user can do. A SAX exception, so that a parser stops at it. */
final class XmiException extends SAXException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    XmiException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    XmiException(String message, String remedy, Exception cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The report about content of this name. */
    ReportedException about(String name) {
        return new ReportedException(ErrorKind.INVALID_INPUT, name + ": " + getMessage(), remedy, this);
    }

    /** The report about a file. */
    ReportedException about(Path file) {
        return new ReportedException(ErrorKind.INVALID_INPUT, getMessage(), file, remedy, this);
    }
}
