// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment;

import java.nio.file.Path;

/**
 * Which files outside a project may be read that files of the project name. A project may come from anywhere, so the
 * window asks before it follows such a path; on the command line the user named the file, and it is followed.
 */
public interface OutsideFiles {
    /**
     * Whether a file or folder may be read.
     *
     * @param project the folder of the project, absolute
     * @param place the file or folder outside, absolute and without links
     */
    boolean allowed(Path project, Path place);

    /** Allows it from now on, with all that is below it; the place is absolute and without links. */
    void allow(Path project, Path place);

    /** All may be read: for those who named the experiment themselves. */
    static OutsideFiles everything() {
        return new OutsideFiles() {
            @Override
            public boolean allowed(Path project, Path place) {
                return true;
            }

            @Override
            public void allow(Path project, Path place) {
                // it is allowed
            }
        };
    }
}
