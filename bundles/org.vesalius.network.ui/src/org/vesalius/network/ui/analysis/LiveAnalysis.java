// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.gef.commands.Command;
import org.osgi.service.prefs.BackingStoreException;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.analysis.NetworkChanges;
import org.vesalius.network.ui.analysis.FixedCopy.WantedFix;
import org.vesalius.network.ui.command.ChangeCommand;

/**
 * Analyses what depends on an edit, after each edit that matters. Edits that come while an analysis waits are
 * taken together; a result that is older than the newest edit is dropped.
 *
 * <p>Used on the UI thread, which also hears the results; only the analysis itself, on a copy that follows the
 * network, runs in a job.
 */
public final class LiveAnalysis implements AutoCloseable {
    private final Network network;
    private NetworkInProject project;
    private final Executor uiThread;
    private final List<Consumer<AnalysisSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Observer observer;
    private final AnalysisJob job;
    private final IResourceChangeListener files = this::filesChanged;
    private AnalysisSnapshot current = AnalysisSnapshot.nothing();
    private boolean pending;
    private long edits;
    private long asked;
    private boolean closed;

    /**
     * @param project analyses the network, off the UI thread
     * @param uiThread runs tasks later on the UI thread, where the network is edited
     */
    public LiveAnalysis(Network network, NetworkInProject project, Executor uiThread) {
        this.network = Objects.requireNonNull(network);
        this.project = Objects.requireNonNull(project);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.job = new AnalysisJob(network);
        this.observer = new Observer(network);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(files, IResourceChangeEvent.POST_CHANGE);
        schedule();
    }

    /** Returns the newest result. */
    public AnalysisSnapshot current() {
        return current;
    }

    /** Adds a listener that hears each new result. */
    public void onResult(Consumer<AnalysisSnapshot> listener) {
        listeners.add(listener);
    }

    /**
     * Looks for a fix off the UI thread, on the network as it is then.
     *
     * @param found hears on the UI thread the command that applies the fix; it hears nothing if the problem is gone
     */
    public void fix(WantedFix wanted, Consumer<Command> found) {
        if (closed) {
            return;
        }
        long when = edits;
        FixedCopy copy = new FixedCopy(network);
        Job.createSystem("Fix: " + wanted.label(), (ICoreRunnable) monitor -> copy.change(project::analyse, wanted)
                .ifPresent(change -> uiThread.execute(() -> {
                    if (when == edits) {
                        found.accept(new ChangeCommand(wanted.label(), change));
                    } else {
                        fix(wanted, found);
                    }
                }))).schedule();
    }

    /** Analyses from now on for another place, as that of the file changed. */
    public void follow(NetworkInProject place) {
        project = Objects.requireNonNull(place);
        schedule();
    }

    /** Tells cost as it is for an experiment. */
    public void choose(Path experiment) {
        project.choose(experiment);
        schedule();
    }

    /** Dismisses an advice, so that it is not told again. */
    public void dismiss(Problem advice) {
        settle("Dismiss advice", () -> project.dismiss(advice));
    }

    /** Tells all advice again that was dismissed. */
    public void restoreAdvice() {
        settle("Show dismissed advice", project::restoreAdvice);
    }

    private void settle(String what, Setting setting) {
        Job.create(what, monitor -> {
            try {
                setting.change();
            } catch (BackingStoreException e) {
                return Status.error("The settings of the project could not be written. Check that you may write to its folder.",
                        LoggedFailure.of(e));
            }
            uiThread.execute(this::schedule);
            return Status.OK_STATUS;
        }).schedule();
    }

    /** A change of settings. */
    private interface Setting {
        void change() throws BackingStoreException;
    }

    /** Experiments say how the network is trained, which matters to checks. */
    private void filesChanged(IResourceChangeEvent event) {
        if (project.isConcerned(event.getDelta())) {
            uiThread.execute(this::schedule);
        }
    }

    private void schedule() {
        if (!pending) {
            pending = true;
            uiThread.execute(this::start);
        }
    }

    private void start() {
        pending = false;
        if (!closed) {
            job.follow(new Task(observer.take(), project, ++asked));
        }
    }

    private void accept(long task, AnalysisSnapshot snapshot) {
        if (closed || task != asked) {
            return;
        }
        current = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    @Override
    public void close() {
        closed = true;
        observer.stop();
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(files);
        job.cancel();
    }

    /** Hears of edits; that a layer has another place on the canvas is no reason to analyse. */
    private final class Observer extends NetworkChanges {
        Observer(Network observed) {
            super(observed);
        }

        @Override
        public void notifyChanged(Notification change) {
            super.notifyChanged(change);
            Object feature = change.getFeature();
            edits += change.isTouch() ? 0 : 1;
            boolean place = feature == NetworkPackage.Literals.LAYER__X || feature == NetworkPackage.Literals.LAYER__Y;
            if (!change.isTouch() && !place) {
                schedule();
            }
        }
    }

    /**
     * Something to analyse.
     *
     * @param update what was edited
     * @param place where the network is
     * @param number one more than that of the task before
     */
    private record Task(NetworkChanges.Update update, NetworkInProject place, long number) {
    }

    /** Analyses one edit after the other. One that fails is told to the user, and the next one begins from the start. */
    private final class AnalysisJob extends Job {
        private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
        private final FollowedNetwork followed;

        AnalysisJob(Network original) {
            super("Check network");
            followed = new FollowedNetwork(original);
            setSystem(true);
            setPriority(INTERACTIVE);
        }

        void follow(Task task) {
            waiting.add(task);
            super.schedule();
        }

        /** Edits that came meanwhile are taken together: only the last result is wanted. */
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Task last = null;
            for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                followed.follow(task.update());
                last = task;
            }
            if (last != null && !monitor.isCanceled()) {
                long number = last.number();
                AnalysisSnapshot snapshot = followed.analyse(last.place());
                uiThread.execute(() -> accept(number, snapshot));
            }
            return Status.OK_STATUS;
        }
    }
}
