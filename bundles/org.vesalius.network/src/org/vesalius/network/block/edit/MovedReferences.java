// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.BlockReference;

/**
 * Lets references to blocks lead where they led when what holds them goes from one file into another. Within a project
 * paths are started anew from the folder of the other file; what comes from or leads out of the project stays as it
 * is, for the checks to tell. Looks at paths only, at no file.
 *
 * @param project the folder of the project, absolute
 * @param from the network or block whose folder paths started from, absolute
 * @param to the network or block whose folder they start from afterwards, absolute
 */
public record MovedReferences(Path project, Path from, Path to) {

    /** Takes detours out of the paths. */
    public MovedReferences {
        project = project.normalize();
        from = from.normalize();
        to = to.normalize();
    }

    /**
     * Changes all references inside a network, block or part of one.
     *
     * @return whether there was anything to change
     */
    public boolean apply(EObject content) {
        boolean changed = false;
        for (Iterator<EObject> inside = content.eAllContents(); inside.hasNext();) {
            if (inside.next() instanceof BlockReference reference) {
                String path = moved(reference.getPath());
                changed |= !Objects.equals(path, reference.getPath());
                reference.setPath(path);
            }
        }
        return changed;
    }

    /** Returns the path as seen from the other file; the same path where that can't be said. */
    private String moved(String path) {
        if (path == null || path.isBlank() || Objects.equals(from.getParent(), to.getParent())) {
            return path;
        }
        try {
            Path target = from.resolveSibling(path).normalize();
            boolean inside = from.startsWith(project) && to.startsWith(project) && target.startsWith(project);
            return inside && !Path.of(path).isAbsolute() ? way(target) : path;
        } catch (InvalidPathException e) {
            return path;
        }
    }

    private String way(Path target) {
        return StreamSupport.stream(to.resolveSibling("").relativize(target).spliterator(), false).map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
