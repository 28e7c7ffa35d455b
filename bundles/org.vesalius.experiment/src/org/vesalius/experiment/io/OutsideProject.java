// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import java.nio.file.Path;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** A path in a file of a project leads out of the project, and nobody has allowed to follow it. */
public final class OutsideProject extends ReportedException {
    private static final long serialVersionUID = 1L;

    private final transient Path project;
    private final transient Path place;

    OutsideProject(String what, Path project, Path place) {
        super(ErrorKind.INVALID_INPUT, "The " + what + " lies outside the project, and was not read: " + place + ".",
                "Allow it if you trust where this project comes from, or copy the files into the project.");
        this.project = project;
        this.place = place;
    }

    /** The folder of the project. */
    public Path project() {
        return project;
    }

    /** Where the path leads, links followed. */
    public Path place() {
        return place;
    }
}
