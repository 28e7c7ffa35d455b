// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.Objects;

/**
 * A file or folder that an import left out.
 *
 * @param path relative to the folder that was imported, with forward slashes; may tell who the patient is, so it is
 *        shown to the user but not logged
 * @param reason why, fit to follow "It" as in "is hidden"
 */
public record PassedOver(String path, String reason) {

    /** No component may be null. */
    public PassedOver {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(reason, "reason");
    }

    /** Without the path, which may tell who the patient is. */
    @Override
    public String toString() {
        return "PassedOver[" + reason + "]";
    }
}
