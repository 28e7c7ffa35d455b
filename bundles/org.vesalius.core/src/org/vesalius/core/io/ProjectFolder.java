// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
        return marked(folder).orElseGet(() -> new ProjectFolder(folder));
    }

    /** The nearest folder from there upwards that holds a {@code .project}, if there is one. */
    public static Optional<ProjectFolder> marked(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .filter(candidate -> Files.exists(candidate.resolve(MARK))).findFirst().map(ProjectFolder::new);
    }

    /**
     * The project of the files in two folders, of which one refers to the other: that of the first, or if no folder is
     * marked as its project, the folder that both are in. A whole disk, the user's own folder and those around it belong
     * to nobody's project; then it is the first folder itself.
     */
    public static ProjectFolder of(Path folder, Path other) {
        ProjectFolder marked = of(folder);
        if (Files.exists(marked.path().resolve(MARK))) {
            return marked;
        }
        Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath().normalize();
        Path common = marked.path();
        while (common != null && !new ProjectFolder(common).holds(other)) {
            common = common.getParent();
        }
        boolean shared = common != null && common.getNameCount() > 0 && !home.startsWith(common);
        return shared ? new ProjectFolder(common) : marked;
    }

    /** Whether a path leads to a place in the project, as it is written; links are not followed. */
    public boolean holds(Path place) {
        return place.toAbsolutePath().normalize().startsWith(path);
    }
}
