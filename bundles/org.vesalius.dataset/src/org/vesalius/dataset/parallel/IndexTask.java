// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.parallel;

import java.io.IOException;

/** What is done for each of many things. */
@FunctionalInterface
public interface IndexTask {
    /**
     * Does it for one; called from several threads at once.
     *
     * @param index which one
     * @throws IOException if it fails, which ends the whole work
     */
    void run(int index) throws IOException;
}
