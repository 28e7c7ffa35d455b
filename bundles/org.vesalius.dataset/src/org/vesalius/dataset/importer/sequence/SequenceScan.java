// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.importer.kind.ImportFolder;

/** Looks for sequences in files of one layout. */
interface SequenceScan {

    /**
     * Looks at the beginnings.
     *
     * @throws IOException if reading fails
     */
    FoundSequences preview(Progress progress) throws IOException;

    /**
     * Looks at all.
     *
     * @param folder where a sorted copy may be written
     * @throws IOException if reading fails
     */
    FoundSequences all(ImportFolder folder, Progress progress) throws IOException;
}
