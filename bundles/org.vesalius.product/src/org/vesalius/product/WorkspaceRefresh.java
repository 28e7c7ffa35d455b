// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * Looks for files that other programs changed: when the workbench starts, since runs go on while the window is closed, and
 * whenever the user comes back from another program.
 */
final class WorkspaceRefresh {

    private final Job job;
    private boolean away;

    WorkspaceRefresh() {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        ICoreRunnable refresh = monitor -> root.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        job = Job.create("Look for changed files", refresh);
        job.setRule(root);
    }

    /** Looks now, and from now on. */
    void begin(Display display) {
        job.schedule();
        display.addFilter(SWT.Deactivate, event -> left(display, event));
        display.addFilter(SWT.Activate, this::cameBack);
    }

    /** Between a window and its dialog there is a moment without an active one. */
    private void left(Display display, Event event) {
        if (event.widget instanceof Shell) {
            display.asyncExec(() -> away |= display.getActiveShell() == null);
        }
    }

    private void cameBack(Event event) {
        if (event.widget instanceof Shell && away) {
            away = false;
            job.schedule();
        }
    }
}
