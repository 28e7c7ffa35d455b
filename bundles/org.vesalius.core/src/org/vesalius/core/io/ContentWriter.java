// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the whole content of a file. */
@FunctionalInterface
public interface ContentWriter {
    /**
     * Writes everything; the stream is buffered, and closed by the caller.
     *
     * @throws IOException if writing fails; nothing of the content is then kept
     */
    void writeTo(OutputStream out) throws IOException;
}
