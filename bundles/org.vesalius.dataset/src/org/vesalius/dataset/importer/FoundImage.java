// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.util.Optional;
import org.vesalius.dataset.Subset;

/**
 * A picture file in a folder that is imported.
 *
 * @param path relative to the folder, with forward slashes
 * @param category the name of its category's folder
 * @param subset the subset whose folder it is in; empty if the folder isn't divided
 */
record FoundImage(String path, String category, Optional<Subset> subset) {

    /** The same picture in another category. */
    FoundImage in(String other) {
        return new FoundImage(path, other, subset);
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "FoundImage[" + category + "]";
    }
}
