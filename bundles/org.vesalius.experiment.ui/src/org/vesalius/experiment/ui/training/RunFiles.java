// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.training;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.experiment.run.RunFolder;

/** The files of a run as the workbench sees them. */
final class RunFiles {

    private final RunFolder folder;

    RunFiles(RunFolder folder) {
        this.folder = folder;
    }

    /** Lets the workspace look at what the worker wrote. */
    void refresh() {
        for (IContainer runs : ResourcesPlugin.getWorkspace().getRoot()
                .findContainersForLocationURI(folder.path().getParent().toUri())) {
            ICoreRunnable refresh = monitor -> runs.refreshLocal(IResource.DEPTH_INFINITE, monitor);
            Job job = Job.createSystem("Look at the files of " + folder.name(), refresh);
            job.setRule(ResourcesPlugin.getWorkspace().getRuleFactory().refreshRule(runs));
            job.schedule();
        }
    }

    /** Opens the worker's log in a text editor. */
    void openLog(IWorkbenchPage page) {
        try {
            IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(folder.log().toUri()));
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
