// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Files;
import java.util.concurrent.Executor;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.ui.thread.WhileOpen;

/** The files of a run as the workbench sees them. */
public final class RunFiles {

    private static final String TEXT_EDITOR = "org.vesalius.ui.text";

    private final RunFolder folder;

    /** The files of a run. */
    public RunFiles(RunFolder folder) {
        this.folder = folder;
    }

    /** Lets the workspace look at what the worker wrote. */
    public void refresh() {
        ICoreRunnable refresh = monitor -> {
            for (IContainer runs : ResourcesPlugin.getWorkspace().getRoot()
                    .findContainersForLocationURI(folder.path().getParent().toUri())) {
                runs.refreshLocal(IResource.DEPTH_INFINITE, monitor);
            }
        };
        Job.createSystem("Look at the files of " + folder.name(), refresh).schedule();
    }

    /** Opens the worker's log in a text editor; to be called on the UI thread. */
    public void openLog(IWorkbenchPage page) {
        Executor uiThread = WhileOpen.of(page.getWorkbenchWindow().getShell());
        ICoreRunnable look = monitor -> {
            if (!Files.isReadable(folder.log())) {
                throw new CoreException(Status.error("The run has no log that can be read: " + folder.log()
                        + ". It is written when the worker has started."));
            }
            IEditorInput log = new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(folder.log().toUri()));
            uiThread.execute(() -> open(page, log));
        };
        Job.create("Open the log of " + folder.name(), look).schedule();
    }

    private static void open(IWorkbenchPage page, IEditorInput log) {
        try {
            page.openEditor(log, TEXT_EDITOR);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
