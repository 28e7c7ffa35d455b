// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.LoggedFailure;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.network.io.BlockFiles;

/** Tells which blocks a project has, now and whenever that changes. The search runs in a job. */
public final class ProjectBlocksWatch implements IResourceChangeListener, AutoCloseable {

    private final IProject project;
    private final Executor uiThread;
    private final Consumer<ProjectBlocks> listener;
    private final Job search = Job.createSystem("Find blocks", (ICoreRunnable) monitor -> tell());

    /**
     * Starts to watch.
     *
     * @param listener hears of the blocks on the UI thread
     */
    public ProjectBlocksWatch(IProject project, Executor uiThread, Consumer<ProjectBlocks> listener) {
        this.project = Objects.requireNonNull(project);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.listener = Objects.requireNonNull(listener);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        search.schedule();
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta().findMember(project.getFullPath());
        List<IResource> changed = new ArrayList<>();
        try {
            if (delta != null) {
                delta.accept(part -> collect(part, changed));
            }
        } catch (CoreException e) {
            ILog.of(ProjectBlocksWatch.class).warn("The blocks of a project could not be followed", LoggedFailure.of(e));
        }
        if (!changed.isEmpty()) {
            search.schedule();
        }
    }

    private static boolean collect(IResourceDelta delta, List<IResource> changed) {
        boolean comesOrGoes = delta.getKind() != IResourceDelta.CHANGED;
        if (comesOrGoes && BlockFiles.EXTENSION.equals(delta.getResource().getFileExtension())) {
            changed.add(delta.getResource());
        }
        return true;
    }

    private void tell() throws CoreException {
        List<IFile> files = new ArrayList<>();
        if (project.isOpen()) {
            project.accept(proxy -> collect(proxy, files), IResource.NONE);
        }
        files.sort(Comparator.comparing(ProjectBlocks::label, String.CASE_INSENSITIVE_ORDER));
        ProjectBlocks shelf = new ProjectBlocks(files);
        uiThread.execute(() -> listener.accept(shelf));
    }

    private static boolean collect(IResourceProxy proxy, List<IFile> files) {
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + BlockFiles.EXTENSION)) {
            files.add((IFile) proxy.requestResource());
        }
        return proxy.getType() != IResource.FOLDER || !proxy.getName().equals(RunFolder.RUNS);
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
        search.cancel();
    }
}
