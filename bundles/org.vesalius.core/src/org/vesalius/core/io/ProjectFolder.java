// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder whose files belong together: they refer to each other by relative paths and move as a whole.
 *
 * @param path the folder, absolute
 */
public record ProjectFolder(Path path) {
    private static final String MARK = ".project";

    /** Makes the path absolute. */
    public ProjectFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The project of the files in a folder: the nearest folder from there upwards that holds a {@code .project}, or the
     * folder itself if there is none.
     */
    public static ProjectFolder of(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(MARK))) {
                return new ProjectFolder(candidate);
            }
        }
        return new ProjectFolder(start);
    }

    /** Whether a path leads to a place in the project, as it is written; links are not followed. */
    public boolean holds(Path place) {
        return place.toAbsolutePath().normalize().startsWith(path);
    }
}
