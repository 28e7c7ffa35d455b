// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.nio.file.Path;

import org.vesalius.experiment.io.OutsideFiles;
import org.vesalius.ui.OutsidePermissions;

/** What the user of this workspace allowed projects to read outside. */
final class WorkspacePermissions implements OutsideFiles {

    private final OutsidePermissions permissions = new OutsidePermissions();

    @Override
    public boolean allowed(Path project, Path place) {
        return permissions.allowed(project, place);
    }

    @Override
    public void allow(Path project, Path place) {
        permissions.allow(project, place);
    }
}
