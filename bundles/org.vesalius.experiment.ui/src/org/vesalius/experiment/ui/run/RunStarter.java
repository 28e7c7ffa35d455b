// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.ExperimentContext;
import org.vesalius.experiment.Installation;
import org.vesalius.experiment.io.ExperimentFiles;
import org.vesalius.experiment.io.ExperimentLoader;
import org.vesalius.experiment.run.RunFolder;
import org.vesalius.experiment.run.RunOptions;
import org.vesalius.ui.thread.WhileOpen;

/** Starts runs and takes them up again, in jobs; failures are shown in words. */
public final class RunStarter {

    private final IWorkbenchWindow window;
    private final Installation installation;

    /** Creates a starter whose runs show up in a window. */
    public RunStarter(IWorkbenchWindow window, Installation installation) {
        this.window = window;
        this.installation = installation;
    }

    /**
     * Saves what belongs to an experiment, checks it, starts a run of it and shows that in the training view. Of a
     * cross-validation whose folds test in turn it starts one for each fold; they wait for each other in the queue of their
     * device.
     */
    public void start(IFile experiment) {
        BeforeRun before = new BeforeRun(window);
        if (!before.save(experiment)) {
            return;
        }
        before.offerTrainPerspective();
        Optional<RunDisplay> display = display();
        display.ifPresent(view -> view.expect(experiment.getFullPath().removeFileExtension().lastSegment()));
        RunService service = window.getService(RunService.class);
        Path file = experiment.getLocation().toPath();
        Job job = job("Start " + experiment.getName(), (monitor, started) -> {
            for (Optional<String> fold : folds(file)) {
                Failures.asStatus("The run " + fold.map(name -> "that fold " + name + " tests ").orElse("")
                        + "could not be started",
                        () -> started.accept(service.start(file,
                                fold.map(RunOptions.none()::withFold).orElse(RunOptions.none()), new MonitorProgress(monitor))));
            }
        }, this::reveal);
        display.ifPresent(view -> giveUpUnlessStarted(job, view));
        job.schedule();
    }

    /** The folds that are trained, a run each; one run without a fold of its own for another experiment. */
    private List<Optional<String>> folds(Path file) throws CoreException {
        List<Optional<String>> folds = new ArrayList<>();
        Failures.asStatus("The run could not be started", () -> {
            new OutsideQuestion(window, installation).ask(file);
            ExperimentContext context = ExperimentContext.of(installation).guardedBy(new WorkspacePermissions(() -> {}));
            new ExperimentLoader(context).foldsInTurn(new ExperimentFiles().load(file), file)
                    .forEach(fold -> folds.add(Optional.of(fold)));
        });
        return folds.isEmpty() ? List.of(Optional.empty()) : folds;
    }

    private void giveUpUnlessStarted(Job job, RunDisplay display) {
        Executor uiThread = WhileOpen.of(window.getShell());
        job.addJobChangeListener(IJobChangeListener.onDone(event -> {
            if (!event.getResult().isOK()) {
                uiThread.execute(display::giveUp);
            }
        }));
    }

    /** Takes a run up again from its last checkpoint, then hands its folder to a listener on the UI thread. */
    public void resume(RunFolder folder, Consumer<RunFolder> listener) {
        RunService service = window.getService(RunService.class);
        job("Resume " + folder.name(), (monitor, resumed) -> Failures.asStatus("The run could not be resumed",
                () -> resumed.accept(service.resume(folder))), listener).schedule();
    }

    /** Work that starts runs and tells of each. */
    @FunctionalInterface
    private interface Starting {
        void run(IProgressMonitor monitor, Consumer<RunHandle> started) throws CoreException;
    }

    /** Creates a job; the listener is told of the first run that it starts. */
    private Job job(String name, Starting work, Consumer<RunFolder> listener) {
        Executor uiThread = WhileOpen.of(window.getShell());
        LiveRuns live = window.getService(LiveRuns.class);
        AtomicBoolean told = new AtomicBoolean();
        ICoreRunnable start = monitor -> work.run(monitor, run -> {
            live.look();
            if (!told.getAndSet(true)) {
                uiThread.execute(() -> listener.accept(run.folder()));
            }
        });
        Job job = Job.create(name, start);
        job.setUser(true);
        return job;
    }

    private void reveal(RunFolder folder) {
        display().ifPresent(view -> view.show(folder));
    }

    /** The window may have been closed while the run started; the run goes on, and is found again in the view. */
    private Optional<RunDisplay> display() {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((RunDisplay) page.showView(RunDisplay.ID));
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            return Optional.empty();
        }
    }
}
