// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.marker;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.ui.catalog.LayerTypes;

/**
 * Checks every network of the workspace, also those that no editor ever opened: once when the workbench
 * starts, and again whenever a file changes. Networks inside run folders are frozen copies and stay
 * unchecked.
 */
public final class WorkspaceChecks implements IStartup, IResourceChangeListener {
    private static final String EXTENSION = ".network";
    private static final String EXPERIMENT = ".experiment";
    private static final String DATASET = "dataset.json";
    private static final String RUN_RECORD = "run.json";

    private CheckFilesJob checks;

    @Override
    public void earlyStartup() {
        checks = new CheckFilesJob(LayerTypes.of(PlatformUI.getWorkbench()));
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        visit(() -> workspace.run((ICoreRunnable) this::checkAll, workspace.getRoot(), IWorkspace.AVOID_UPDATE, null));
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        visit(() -> event.getDelta().accept(this::checkChanged));
    }

    private void checkAll(IProgressMonitor monitor) throws CoreException {
        ResourcesPlugin.getWorkspace().getRoot().accept(this::checkFound, IResource.NONE);
    }

    private boolean checkFound(IResourceProxy resource) {
        if (resource.getType() == IResource.FILE && resource.getName().endsWith(EXTENSION)) {
            check((IFile) resource.requestResource());
        }
        return true;
    }

    private boolean checkChanged(IResourceDelta delta) throws CoreException {
        boolean added = delta.getKind() == IResourceDelta.ADDED;
        boolean changed = delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        if ((added || changed) && delta.getResource() instanceof IFile file) {
            checkAfter(file);
        }
        return !delta.getResource().getName().equals(RunFolder.RUNS);
    }

    /** What a network is to tell apart is said by the experiments and data sets of its project. */
    private void checkAfter(IFile changed) throws CoreException {
        if (changed.getName().endsWith(EXTENSION)) {
            check(changed);
        } else if (changed.getName().endsWith(EXPERIMENT) || changed.getName().equals(DATASET)) {
            changed.getProject().accept(this::checkFound, IResource.NONE);
        }
    }

    private void check(IFile file) {
        boolean frozen = file.getParent().exists(new Path(RUN_RECORD));
        if (!frozen) {
            checks.check(file);
        }
    }

    private static void visit(Visit visit) {
        try {
            visit.run();
        } catch (CoreException e) {
            ILog.of(WorkspaceChecks.class).error("The networks of the workspace could not be looked for",
                    LoggedFailure.of(e));
        }
    }

    /** A walk over resources. */
    private interface Visit {
        void run() throws CoreException;
    }
}
