// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.io.ProjectFolder;

/**
 * How a data set's folder writes down where its images are. Images in the same project, in the folder or beside it move
 * together with it, so their place is written relative to it; anything farther is written as an absolute path.
 *
 * @param folder the folder of the data set
 * @param project the project it belongs to
 */
record RootPath(Path folder, ProjectFolder project) {

    /** The text for {@code dataset.json}, with forward slashes. */
    String write(Path root) {
        return movesAlong(root) ? relative(root) : slashed(root);
    }

    /** The other way to write the same place, for when the first leads nowhere; empty if there is none. */
    Optional<String> writeOtherwise(Path root) {
        if (movesAlong(root)) {
            return Optional.of(slashed(root));
        }
        boolean sameDrive = root.getRoot() != null && root.getRoot().equals(folder.getRoot());
        return sameDrive ? Optional.of(relative(root)) : Optional.empty();
    }

    private boolean movesAlong(Path root) {
        Path parent = folder.getParent();
        boolean near = parent != null && parent.getNameCount() > 0 && root.startsWith(parent);
        boolean together = project.path().getNameCount() > 0 && project.holds(folder) && project.holds(root);
        return near || together;
    }

    private String relative(Path root) {
        return root.equals(folder) ? "." : slashed(folder.relativize(root));
    }

    private static String slashed(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        String start = path.getRoot() == null ? "" : path.getRoot().toString().replace('\\', '/');
        return start + String.join("/", names);
    }
}
