// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/**
 * A folder that somebody wants files written to; it may still have to be made.
 *
 * @param path the folder, absolute
 */
public record OutputFolder(Path path) {
    /** Makes the path absolute. */
    public OutputFolder {
        path = Objects.requireNonNull(path, "path").toAbsolutePath();
    }

    /**
     * Refuses, before work is spent on it, what can't hold the files.
     *
     * @throws ReportedException if it is the root of the disk, or no folder, or may not be written or made
     */
    public void requireWritable() {
        if (path.getFileName() == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is the root of the disk", path,
                    "Name a folder of its own for the files");
        }
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such disk", path, "Name another folder");
        }
        if (!Files.isDirectory(there)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is no folder, so nothing can be written into it",
                    there, "Name another folder");
        }
        if (!Files.isWritable(there)) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "You may not write into this folder", there,
                    "Change its permissions, or name another folder");
        }
    }
}
