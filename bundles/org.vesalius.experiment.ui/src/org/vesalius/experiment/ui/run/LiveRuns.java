// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.core.LoggedFailure;
import org.vesalius.engine.run.RunService;
import org.vesalius.engine.run.RunSummary;
import org.vesalius.experiment.run.RunFolder;

/**
 * The runs of the workspace that go on, whichever program started them. They are looked for at the beginning, when one is
 * started here, and when one appears in the workspace; while there are any, they are looked at every two seconds. Safe
 * for use from several threads; listeners are called on any.
 */
public final class LiveRuns extends Job {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 2000;

    private final IWorkspace workspace;
    private final Supplier<RunService> service;
    private final AtomicBoolean unknown = new AtomicBoolean(true);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<RunSummary> runs = List.of();
    private volatile Set<RunFolder> complete = Set.of();
    private RunCatalog catalog;

    /** Creates the list; {@code service} is asked for on a thread of a job. */
    LiveRuns(IWorkspace workspace, Supplier<RunService> service) {
        super("Look for runs that go on");
        setSystem(true);
        this.workspace = workspace;
        this.service = service;
        workspace.addResourceChangeListener(this::filesChanged, IResourceChangeEvent.POST_CHANGE);
        schedule();
    }

    /** Returns the runs that go on, newest first. */
    public List<RunSummary> now() {
        return runs;
    }

    /** Whether nothing is left to train of a run, as far as has been seen. */
    public boolean isComplete(RunFolder run) {
        return complete.contains(run);
    }

    /** Calls a listener whenever there is something new to say of these runs. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes back {@link #addListener}. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Looks for more, soon. */
    public void look() {
        unknown.set(true);
        cancel();
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (catalog == null) {
            catalog = new RunCatalog(workspace.getRoot(), service.get());
        }
        List<RunSummary> all = unknown.getAndSet(false) ? catalog.find() : lookAgain();
        noteComplete(all);
        List<RunSummary> found = all.stream().filter(run -> run.status().state().live()).toList();
        if (!found.equals(runs)) {
            runs = found;
            listeners.forEach(Runnable::run);
        }
        if (!found.isEmpty()) {
            schedule(MILLISECONDS_BETWEEN_LOOKS);
        }
        return Status.OK_STATUS;
    }

    private void noteComplete(List<RunSummary> seen) {
        Set<RunFolder> more = new HashSet<>(complete);
        seen.stream().filter(run -> !run.status().state().live() && !run.status().state().resumable())
                .map(RunSummary::folder).forEach(more::add);
        complete = Set.copyOf(more);
    }

    private List<RunSummary> lookAgain() {
        return runs.stream().map(RunSummary::folder).filter(RunFolder::exists)
                .flatMap(folder -> catalog.look(folder).stream()).toList();
    }

    private void filesChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::visit);
        } catch (CoreException e) {
            ILog.of(LiveRuns.class).error("The files of a project can't be looked at", LoggedFailure.of(e));
        }
    }

    private boolean visit(IResourceDelta delta) {
        IResource resource = delta.getResource();
        boolean run = resource.getType() == IResource.FILE && resource.getName().equals(RunFolder.RECORD);
        if (run && delta.getKind() == IResourceDelta.ADDED) {
            look();
        }
        return !run;
    }
}
