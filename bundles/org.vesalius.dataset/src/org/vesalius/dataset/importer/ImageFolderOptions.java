// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vesalius.dataset.importer.kind.SplitColumn;
import org.vesalius.dataset.importer.kind.SplitRule;

/**
 * What to import, and how.
 *
 * @param folder holds one folder for each category; or train, validation and test folders that hold those
 * @param out the folder the data set is written to
 * @param name what to call the data set
 * @param patient finds who an image is of in its path relative to the folder (with forward slashes): its groups joined
 *        by '/', or the whole match if it has none; empty if each image is of a different patient
 * @param split how samples come into subsets
 * @param seed other seeds deal them out differently
 * @param listed holds a list of subsets, which counts more than the split; empty if there is none
 * @param joinCategories whether categories that differ only in case or in how accents are written become one
 */
public record ImageFolderOptions(Path folder, Path out, String name, Optional<Pattern> patient, SplitRule split,
        long seed, Optional<SplitColumn> listed, boolean joinCategories) {

    /** Makes the paths absolute; no component may be null. */
    public ImageFolderOptions {
        folder = folder.toAbsolutePath().normalize();
        out = out.toAbsolutePath().normalize();
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(listed, "listed");
    }

    /** Without a list, and with categories that stay as they are. */
    public ImageFolderOptions(Path folder, Path out, String name, Optional<Pattern> patient, SplitRule split,
            long seed) {
        this(folder, out, name, patient, split, seed, Optional.empty(), false);
    }
}
