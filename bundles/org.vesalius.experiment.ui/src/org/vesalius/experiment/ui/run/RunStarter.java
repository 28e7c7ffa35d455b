// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.vesalius.core.progress.Progress;
import org.vesalius.engine.run.RunHandle;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.Installation;
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

    /** Saves what belongs to an experiment, checks it, starts a run of it and shows that in the training view. */
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
        Job job = job("Start " + experiment.getName(), "The run could not be started", progress -> {
            new OutsideQuestion(window, installation).ask(file);
            return service.start(file, RunOptions.none(), progress);
        }, this::reveal);
        display.ifPresent(view -> giveUpUnlessStarted(job, view));
        job.schedule();
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
        job("Resume " + folder.name(), "The run could not be resumed", progress -> service.resume(folder),
                listener).schedule();
    }

    private Job job(String name, String intention, Function<Progress, RunHandle> work,
            Consumer<RunFolder> listener) {
        Executor uiThread = WhileOpen.of(window.getShell());
        LiveRuns live = window.getService(LiveRuns.class);
        ICoreRunnable start = monitor -> Failures.asStatus(intention, () -> {
            RunFolder folder = work.apply(new MonitorProgress(monitor)).folder();
            live.look();
            uiThread.execute(() -> listener.accept(folder));
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
