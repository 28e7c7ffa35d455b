// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.core.io.ProjectFolder;

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
        ProjectFolder project = ProjectFolder.of(file.toAbsolutePath().getParent());
        if (inside(project, place) || outside.allowed(project.path(), place)) {
            return place;
        }
        throw new OutsideProject(what, project.path(), place);
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
