// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.io.IOException;
import java.nio.file.Path;

/** Reads what was written before it replaces what there was. */
@FunctionalInterface
public interface WrittenFileCheck {
    /**
     * Looks at a file.
     *
     * @param written the new content, under a name of its own
     * @throws IOException if it is not what it should be
     */
    void check(Path written) throws IOException;
}
