// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells one version of a file from the next without reading it.
 *
 * @param modified when it was written
 * @param size its length in bytes
 */
record FileVersion(FileTime modified, long size) {

    /** Returns the version on disk, absent when there is no file that can be looked at. */
    static Optional<FileVersion> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileVersion(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
