// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.experiment.OutsideFiles;

/**
 * Lets a file of a project name what is in the project, links followed, and what may be read outside.
 *
 * @param outside what may be read outside
 * @param file the file that names it
 */
public record OutsideGuard(OutsideFiles outside, Path file) {

    /**
     * A place that may be read.
     *
     * @param what what it is, in the user's words
     * @param place an absolute path
     * @return the same path
     * @throws OutsideProject if it may not
     */
    public Path require(String what, Path place) {
        ProjectFolder project = ProjectFolder.of(file.toAbsolutePath().resolveSibling(""));
        // a link that was allowed once may lead elsewhere by now
        Path real = real(place.toAbsolutePath());
        if (inside(project, place) || outside.allowed(project.path(), real)) {
            return place;
        }
        throw new OutsideProject(what, project.path(), real);
    }

    /** The path with all links followed, as far as it is there. */
    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            // it isn't there, or can't be followed, which whoever reads it tells
            Path parent = place.getParent();
            return parent == null ? place : real(parent).resolve(place.getFileName()).normalize();
        }
    }

    private static boolean inside(ProjectFolder project, Path place) {
        if (!project.holds(place)) {
            return false;
        }
        try {
            return place.toRealPath().startsWith(project.path().toRealPath());
        } catch (IOException e) {
            // it isn't there, which whoever reads it tells
            return true;
        }
    }
}
