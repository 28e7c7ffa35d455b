// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import org.vesalius.experiment.OutsideFiles;
import org.vesalius.ui.OutsidePermissions;

/** What the user of this workspace allowed projects to read outside. */
public final class WorkspacePermissions implements OutsideFiles {

    private final OutsidePermissions permissions = new OutsidePermissions();
    private final Runnable listener;

    /** Creates the permissions; the listener is called when there is one more. */
    public WorkspacePermissions(Runnable listener) {
        this.listener = listener;
    }

    @Override
    public boolean allowed(Path project, Path place) {
        return permissions.allowed(project, place);
    }

    @Override
    public void allow(Path project, Path place) {
        permissions.allow(project, place);
        listener.run();
    }
}
