// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The key of a de-identification, and whether it is kept.
 *
 * @param key the key
 * @param file where it is kept; empty if nobody is to know it
 * @param fresh whether it still has to be written there
 */
public record KeyChoice(ProjectKey key, Optional<KeyFile> file, boolean fresh) {
    /** No component may be null. */
    public KeyChoice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(file, "file");
    }

    /**
     * The key in a file; a new one if the file isn't there yet, or no file is given.
     *
     * @throws org.vesalius.core.ReportedException if the file holds no key, or can't be written
     */
    public static KeyChoice of(Optional<Path> file) {
        Optional<KeyFile> kept = file.map(KeyFile::new);
        if (kept.isPresent() && kept.get().exists()) {
            return new KeyChoice(kept.get().read(), kept, false);
        }
        kept.ifPresent(KeyFile::requireWritable);
        return new KeyChoice(ProjectKey.random(), kept, true);
    }

    /** Writes the key to its file, if it has one and isn't there yet. */
    void keep() {
        if (fresh) {
            file.ifPresent(each -> each.write(key));
        }
    }
}
