// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.util.Objects;

/**
 * What a column of a data set holds.
 *
 * @param sha256 SHA-256 over the samples and their values; for images, over the content of their files
 * @param reader id and version of what turns the values into images; empty for columns that hold their values themselves
 */
public record ColumnHash(String sha256, String reader) {
    /** Neither may be null. */
    public ColumnHash {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(reader, "reader");
    }
}
