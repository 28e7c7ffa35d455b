// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.io.OutsideProject;

/** Asks, once for each place, whether files outside its project may be read that an experiment names. */
final class OutsideQuestion {

    private final IWorkbenchWindow window;
    private final Installation installation;
    private final WorkspacePermissions permissions = new WorkspacePermissions(() -> {});

    OutsideQuestion(IWorkbenchWindow window, Installation installation) {
        this.window = window;
        this.installation = installation;
    }

    /**
     * Asks for all places that are not allowed yet; not for the UI thread.
     *
     * @throws CancellationException when the user says no
     */
    void ask(Path experiment) {
        ExperimentLoader loader = new ExperimentLoader(ExperimentContext.of(installation).guardedBy(permissions));
        boolean more = true;
        while (more) {
            more = asked(loader, experiment);
        }
    }

    /** Returns whether there was something to ask. */
    private boolean asked(ExperimentLoader loader, Path experiment) {
        try {
            loader.load(experiment);
            return false;
        } catch (OutsideProject e) {
            if (!agreed(e)) {
                throw new CancellationException("the user does not want files outside the project to be read");
            }
            permissions.allow(e.project(), e.place());
            return true;
        } catch (ReportedException e) {
            // what else is wrong with the experiment is told by its checks
            return false;
        }
    }

    private boolean agreed(OutsideProject outside) {
        boolean[] yes = new boolean[1];
        window.getWorkbench().getDisplay().syncExec(() -> yes[0] = MessageDialog.openQuestion(window.getShell(),
                "Files outside the project", outside.getMessage() + "\n\nShall this project be allowed to read there?"
                        + " The answer yes is remembered in this workspace."));
        return yes[0];
    }
}
