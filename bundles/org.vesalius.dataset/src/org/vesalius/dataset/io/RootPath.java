// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a data set's folder writes down where its images are. Images inside the folder or beside it are likely to move
 * together with it, so their place is written relative to it; anything farther is written as an absolute path.
 */
record RootPath(Path folder) {

    /** The text for {@code dataset.json}, with forward slashes. */
    String write(Path root) {
        if (root.equals(folder)) {
            return ".";
        }
        Path parent = folder.getParent();
        boolean near = parent != null && parent.getNameCount() > 0 && root.startsWith(parent);
        return slashed(near ? folder.relativize(root) : root);
    }

    private static String slashed(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        String start = path.getRoot() == null ? "" : path.getRoot().toString().replace('\\', '/');
        return start + String.join("/", names);
    }
}
